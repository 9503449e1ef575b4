/* SPDX-License-Identifier: MIT */
/* Starts the Python of the folder "runtime" beside this file with launch.py and the caller's own
 * words. Built twice: tracker.exe speaks to a console, tracker-gui.exe (TRACKER_GUI) has none. */

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST_PATH 32768 /* characters, the limit of Windows */

typedef int (*python_main)(int, wchar_t **);

static wchar_t program[LONGEST_PATH];
static wchar_t folder[LONGEST_PATH];
static wchar_t path[LONGEST_PATH];

static int trouble(const wchar_t *what)
{
    static wchar_t words[LONGEST_PATH + 256];

    swprintf(words, LONGEST_PATH + 256,
             L"Follow-up Tracker cannot start: %ls\n\n"
             L"The records were not touched. Install the program again.", what);
#ifdef TRACKER_GUI
    MessageBoxW(NULL, words, L"Follow-up Tracker", MB_OK | MB_ICONERROR);
#else
    fwprintf(stderr, L"%ls\n", words);
#endif
    return 1;
}

int wmain(int count, wchar_t **given)
{
    wchar_t **words = calloc((size_t)count + 4, sizeof *words);
    wchar_t *end;
    HMODULE python;
    python_main run;
    DWORD length = GetModuleFileNameW(NULL, program, LONGEST_PATH);

    if (!words || !length || length > LONGEST_PATH - 64)
        return trouble(L"its folder has too long a name.");
    wcscpy(folder, program);
    end = wcsrchr(folder, L'\\');
    wcscpy(end, L"\\runtime");

    /* libraries come from the program and from Windows, never from the folder one happens to
     * be in */
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    SetDllDirectoryW(L"");
    AddDllDirectory(folder);

    swprintf(path, LONGEST_PATH, L"%ls\\" PYTHON_DLL, folder);
    python = LoadLibraryExW(path, NULL,
                            LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (!python)
        return trouble(path);
    run = (python_main)(void *)GetProcAddress(python, "Py_Main");
    if (!run)
        return trouble(path);

    swprintf(path, LONGEST_PATH, L"%ls\\launch.py", folder);
    words[0] = program;
    words[1] = L"-Xutf8"; /* one encoding on every Windows, as elsewhere */
    words[2] = path;
    for (int i = 1; i < count; i++)
        words[i + 2] = given[i];
    return run(count + 2, words);
}
