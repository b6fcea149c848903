using System.CommandLine;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch completion</c>: scripts by which shells complete verbs and options. The program itself says what fits, so that they never grow old.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # hypewatch completion bash > ~/.local/share/bash-completion/completions/hypewatch
        _hypewatch() {
          local line="${COMP_LINE:0:COMP_POINT}" IFS=$'\n'
          line="${line#*[[:space:]]}"
          COMPREPLY=($(compgen -W "$(hypewatch "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _hypewatch hypewatch
        """;

    private const string Zsh = """
        #compdef hypewatch
        # hypewatch completion zsh > "${fpath[1]}/_hypewatch"
        _hypewatch() {
          local line="${BUFFER[1,CURSOR]#*[[:space:]]}"
          local -a found
          found=("${(@f)$(hypewatch "[suggest:${#line}]" "$line" 2>/dev/null)}")
          compadd -- "${found[@]}"
        }
        compdef _hypewatch hypewatch
        """;

    private const string Fish = """
        # hypewatch completion fish > ~/.config/fish/completions/hypewatch.fish
        function __hypewatch_complete
          set -l line (string replace -r '^\S+\s+' '' -- (commandline -cp | string collect))
          hypewatch "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c hypewatch -f -a '(__hypewatch_complete)'
        """;

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        return new Command("completion", "Print the script by which a shell completes verbs and options") { shell }.Does((context, _) =>
        {
            context.Out.Line(context.Value(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return Task.FromResult(ExitCode.Ok);
        });
    }
}
