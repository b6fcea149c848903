using System.CommandLine;
using HypeWatch.Model;

namespace HypeWatch.App.Cli;

/// <summary>Options whose value is a code of the domain, such as <c>T7</c> or <c>overclaim</c>; case is ignored.</summary>
internal static class CodeOption
{
    /// <summary>Makes one; the help and the error list the codes.</summary>
    public static Option<T?> For<T>(string name, string description) where T : struct, Enum => new(name)
    {
        Description = $"{description}: {string.Join(", ", Code<T>.All)}",
        HelpName = "CODE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Code<T>.TryParse(text, out var value)) return value;
            result.AddError($"{name}: '{text}' is unknown; known: {string.Join(", ", Code<T>.All)}");
            return null;
        },
    };
}
