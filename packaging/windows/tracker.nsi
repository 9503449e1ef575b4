; SPDX-License-Identifier: MIT
; The Windows installer. build_from_linux.py gives VERSION, FOLDER, FILES, SETUP, SIDE and ICON.
;
; setup.exe /S [/CurrentUser | /AllUsers] [/D=C:\some folder]   (/D is the last, without quotes)
; Exit codes: 0 done, 1 given up by the person, 2 not possible; nothing was changed then.

Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave on
ManifestDPIAware true
XPStyle on

!define PRODUCT "Follow-up Tracker"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT}"
!define ENVIRONMENT "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"

!define MULTIUSER_MUI
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "${PRODUCT}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_USE_PROGRAMFILES64

!include MultiUser.nsh
!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include WinMessages.nsh
!include FileFunc.nsh
!include LogicLib.nsh

Name "${PRODUCT}"
OutFile "${SETUP}"
BrandingText "${PRODUCT} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${PRODUCT}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${PRODUCT}"
VIAddVersionKey "LegalCopyright" "MIT License"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\tracker-gui.exe"
!define MUI_FINISHPAGE_RUN_NOTCHECKED

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${FOLDER}/LICENSE.txt"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString TOO_OLD ${LANG_ENGLISH} "${PRODUCT} needs 64-bit Windows 10 (1809) or newer. Nothing was installed."
LangString TOO_OLD ${LANG_SIMPCHINESE} "本程序需要 64 位 Windows 10（1809）或更新的版本。未安装任何内容。"
LangString STILL_OPEN ${LANG_ENGLISH} "${PRODUCT} is still open on this computer, perhaps in another account. Close it and try again. Nothing was changed."
LangString STILL_OPEN ${LANG_SIMPCHINESE} "程序仍在此电脑上运行（可能在另一个账户中）。请关闭后重试。未做任何更改。"
LangString NOT_WHOLE ${LANG_ENGLISH} "The files could not be written (is the disk full?). The earlier version was put back. Your records were not touched."
LangString NOT_WHOLE ${LANG_SIMPCHINESE} "无法写入文件（磁盘是否已满？）。已恢复先前的版本。您的记录未受影响。"
LangString PREPARING ${LANG_ENGLISH} "Preparing the program for a quick start ..."
LangString PREPARING ${LANG_SIMPCHINESE} "正在准备程序，以便快速启动……"
LangString DATA_STAYS ${LANG_ENGLISH} "The program was removed. All records and settings stay where they are; the manual says how to retire them."
LangString DATA_STAYS ${LANG_SIMPCHINESE} "程序已卸载。所有记录和设置均保留在原处；如何停用请参阅手册。"

Var Wanted

!macro REFUSE TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    !insertmacro REFUSE "$(TOO_OLD)"
  ${EndIf}
  ${GetParameters} $0
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
  ${AndIf} ${Silent} ; a silent installer must not wait at MultiUser's message
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
  StrCpy $Wanted $INSTDIR ; /D=, which MultiUser would replace
  !insertmacro MULTIUSER_INIT
  ${If} $Wanted != ""
    StrCpy $INSTDIR $Wanted
  ${EndIf}
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

; A folder in which a library is loaded cannot be renamed: the one test that holds for all accounts.
!macro SET_ASIDE
  ${If} ${FileExists} "$INSTDIR\runtime.old\*.*"
    RMDir /r "$INSTDIR\runtime.old"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\runtime\*.*"
    ClearErrors
    Rename "$INSTDIR\runtime" "$INSTDIR\runtime.old"
    ${If} ${Errors}
      !insertmacro REFUSE "$(STILL_OPEN)"
    ${EndIf}
  ${EndIf}
!macroend

Function PutBack
  SetOutPath "$TEMP" ; a folder one is in cannot be removed
  ${If} ${FileExists} "$INSTDIR\runtime.old\*.*"
    RMDir /r "$INSTDIR\runtime"
    Rename "$INSTDIR\runtime.old" "$INSTDIR\runtime"
  ${EndIf}
FunctionEnd

Function .onInstFailed ; NSIS itself gives up when it cannot unpack
  Call PutBack
  SetErrorLevel 2
FunctionEnd

Section "${PRODUCT}"
  !insertmacro SET_ASIDE
  ClearErrors
  SetOverwrite try
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  File "${FOLDER}/tracker.exe"
  File "${FOLDER}/tracker-gui.exe"
  File "${FOLDER}/LICENSE.txt"
  File "${FOLDER}/THIRD_PARTY.txt"
  ${If} ${Errors}
    Call PutBack
    !insertmacro REFUSE "$(NOT_WHOLE)"
  ${EndIf}
  RMDir /r "$INSTDIR\runtime.old"

  DetailPrint "$(PREPARING)" ; the users of a shared program may not write beside it later
  nsExec::ExecToLog '"$INSTDIR\runtime\python.exe" -m compileall -q "$INSTDIR\runtime\Lib"'
  Pop $0

  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\tracker-gui.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${PRODUCT}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\tracker-gui.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
  ${If} $MultiUser.InstallMode == "AllUsers"
    Call ShareRecords
  ${EndIf}
SectionEnd

; One folder of records for all accounts of this computer. Only this folder may be written by them,
; not the one above it, in which IT's tracker.ini lies. One that is named already stays.
Function ShareRecords
  ReadRegStr $0 HKLM "${ENVIRONMENT}" "TRACKER_PROFILE"
  ${If} $0 == ""
    StrCpy $0 "$APPDATA\${PRODUCT}\Records" ; of all users: C:\ProgramData
    ${IfNot} ${FileExists} "$0\*.*"
      CreateDirectory "$0"
      nsExec::ExecToLog 'icacls "$0" /grant "*S-1-5-32-545:(OI)(CI)M"'
      Pop $1
    ${EndIf}
    WriteRegExpandStr HKLM "${ENVIRONMENT}" "TRACKER_PROFILE" "$0"
    SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro SET_ASIDE
  ; reminders of this account, which would start a program that is gone
  nsExec::ExecToLog `powershell -NoProfile -NonInteractive -Command "Get-ScheduledTask -TaskPath '\Follow-up Tracker\' -ErrorAction SilentlyContinue | Unregister-ScheduledTask -Confirm:$$false"`
  Pop $0
  RMDir /r "$INSTDIR\runtime.old"
  Delete "$INSTDIR\tracker.exe"
  Delete "$INSTDIR\tracker-gui.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD_PARTY.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays when anything else is in it: tracker.ini, a portable tracker-data
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL}"
  ; TRACKER_PROFILE stays: it names the records, which stay, and a later version finds them by it
  MessageBox MB_OK|MB_ICONINFORMATION "$(DATA_STAYS)" /SD IDOK
SectionEnd
