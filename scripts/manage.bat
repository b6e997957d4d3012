@echo off
rem ASCII only: cmd.exe reads this file in the system code page. No arguments: open the form.
setlocal
chcp 65001 >nul
set "ENTRY=%~dp0manage.py"
set "COMMAND=%*"
if "%~1"=="" set "COMMAND=edit"
where py >nul 2>nul
if not errorlevel 1 (
  py -3 "%ENTRY%" %COMMAND%
) else (
  python "%ENTRY%" %COMMAND%
)
set "CODE=%ERRORLEVEL%"
if "%~1"=="" pause
exit /b %CODE%
