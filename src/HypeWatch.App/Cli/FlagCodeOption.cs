using System.CommandLine;
using HypeWatch.Flags;

namespace HypeWatch.App.Cli;

/// <summary>Options whose value is the code of a kind of flag; case is ignored.</summary>
internal static class FlagCodeOption
{
    /// <summary>Makes one; the error lists the codes.</summary>
    public static Option<string?> For(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "CODE",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            var codes = Taxonomy.Load().Types.Select(type => type.Code).ToList();
            if (codes.Find(code => code.Equals(given, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
            result.AddError($"{name}: there is no code '{given}'; known: {string.Join(", ", codes)}");
            return null;
        },
    };
}
