# SPDX-License-Identifier: MIT
# Installs the packed program on a clean Windows, uses it, removes it, and looks what is left.
# NOT YET RUN on Windows. Usage: test_installed.ps1 -Folder DIR [-Mode CurrentUser|AllUsers]
param(
    [Parameter(Mandatory)] [string] $Folder,
    [ValidateSet("CurrentUser", "AllUsers")] [string] $Mode = "CurrentUser"
)
Set-StrictMode -Version Latest
$ErrorActionPreference = "Stop"

function Run([string] $Program, [string[]] $Words) {
    & $Program @Words
    if ($LASTEXITCODE -ne 0) { throw "$Program $Words ended with $LASTEXITCODE" }
}

function Require([bool] $Fact, [string] $Words) {
    if (-not $Fact) { throw $Words }
    Write-Output "ok: $Words"
}

$setup = (Get-ChildItem $Folder -Filter "*-setup.exe").FullName
$began = Get-Date
$done = Start-Process $setup -ArgumentList "/S", "/$Mode" -Wait -PassThru
Require ($done.ExitCode -eq 0) "the silent installer succeeds"
Write-Output ("installed in {0:n0} s" -f ((Get-Date) - $began).TotalSeconds)

$place = if ($Mode -eq "AllUsers") { "$env:ProgramFiles\Follow-up Tracker" }
         else { "$env:LOCALAPPDATA\Programs\Follow-up Tracker" }
$tracker = "$place\tracker.exe"
Require (Test-Path $tracker) "the program is in $place"
if ($Mode -eq "AllUsers") {
    $records = [Environment]::GetEnvironmentVariable("TRACKER_PROFILE", "Machine")
    Require (Test-Path $records) "all accounts are led to $records"
} else {
    $records = "$env:LOCALAPPDATA\Follow-up Tracker"
}
$tasks = Get-ScheduledTask -TaskPath "\Follow-up Tracker\" -ErrorAction SilentlyContinue
Require ($null -eq $tasks) "no reminder is on"

Run $tracker @("--selftest", "selftest")
$env:TRACKER_PASSPHRASE = "gravel orchid lantern tuba mosaic"
Run $tracker @("--profile", $records, "init", "--clinic", "Synthetic", "--user", "Test", "--accepted-by", "Test")
Run $tracker @("--profile", $records, "verify")
Run $tracker @("--profile", $records, "backup", "backup")
Run $tracker @("--demo", "due")

$again = Start-Process $setup -ArgumentList "/S", "/$Mode" -Wait -PassThru
Require ($again.ExitCode -eq 0) "it can be installed over itself"
Run $tracker @("--profile", $records, "verify")

$removed = Start-Process "$place\uninstall.exe" -ArgumentList "/S", "/$Mode" -Wait -PassThru
Require ($removed.ExitCode -eq 0) "the uninstaller succeeds"
Start-Sleep -Seconds 10 # it goes on from a copy of itself
Require (-not (Test-Path $tracker)) "the program is gone"
Require (Test-Path "$records\tracker.db") "the records are still there"
