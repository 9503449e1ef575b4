# SPDX-License-Identifier: MIT
# Installs or upgrades Follow-up Tracker from this folder into a Python environment of its own.
# No network, no administrator. Not yet run on a real Windows.
# usage: powershell -ExecutionPolicy Bypass -File install.ps1 [-Target FOLDER] [-Python python.exe]
param(
    [string]$Target = (Join-Path $env:LOCALAPPDATA "Programs\Follow-up Tracker (Python)"),
    [string]$Python = "python"
)
$ErrorActionPreference = "Stop"
$Here = Split-Path -Parent $MyInvocation.MyCommand.Path

if (-not (Get-Command $Python -ErrorAction SilentlyContinue)) {
    throw "There is no $Python. Nothing was installed."
}
$Wanted = ($Here -split "-py")[-1]
$Found = & $Python -c "import sys; print('%d.%d' % sys.version_info[:2])"
if ($LASTEXITCODE -ne 0) { throw "$Python does not run. Nothing was installed." }
if ($Found -ne $Wanted) {
    throw "These wheels are for Python $Wanted, and $Python is $Found. Nothing was installed."
}

foreach ($Line in Get-Content (Join-Path $Here "SHA256SUMS")) {
    $Sum, $Name = $Line -split "  ", 2
    if ((Get-FileHash -Algorithm SHA256 (Join-Path $Here $Name)).Hash -ne $Sum) {
        throw "$Name is damaged. Copy the folder again. Nothing was installed."
    }
}

& $Python -m venv $Target
if ($LASTEXITCODE -ne 0) { throw "The environment could not be made in $Target." }
$Inside = Join-Path $Target "Scripts\python.exe"
& $Inside -m pip install --quiet --no-index --find-links (Join-Path $Here "wheels") --upgrade followup-tracker
if ($LASTEXITCODE -ne 0) { throw "pip refused; its words are above." }

$Menu = Join-Path ([Environment]::GetFolderPath("Programs")) "Follow-up Tracker.lnk"
$Link = (New-Object -ComObject WScript.Shell).CreateShortcut($Menu)
$Link.TargetPath = Join-Path $Target "Scripts\tracker-gui.exe"
$Link.WorkingDirectory = $Target
$Link.Save()
Write-Output "Installed. Try it: $(Join-Path $Target 'Scripts\tracker.exe') --selftest $env:TEMP\tracker-selftest"
