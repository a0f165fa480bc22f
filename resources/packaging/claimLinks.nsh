; Whose program opens cpor: links. For the whole machine, as the installation is.
; Everything behind "--" is no switch, whatever a link has in it.
!macro customInstall
  WriteRegStr HKLM "Software\Classes\cpor" "" "URL:Proofdesk claim"
  WriteRegStr HKLM "Software\Classes\cpor" "URL Protocol" ""
  WriteRegStr HKLM "Software\Classes\cpor\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr HKLM "Software\Classes\cpor\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" -- "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey HKLM "Software\Classes\cpor"
!macroend
