using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HypeWatch.Model;

/// <summary>
/// The one spelling of an enum value in SQL, JSON and on the command line: the value of <see cref="JsonStringEnumMemberNameAttribute"/>
/// where there is one (<c>T1</c>, <c>S4</c>), else the name in snake case (<c>promo_social</c>).
/// </summary>
/// <typeparam name="T">An enum of the domain.</typeparam>
public static class Code<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> ToText = Enum.GetValues<T>().ToFrozenDictionary(value => value, Spell);
    private static readonly FrozenDictionary<string, T> ToValue =
        ToText.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>All codes, in the order of the enum.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(value => ToText[value])];

    /// <summary>The code of a value.</summary>
    public static string Of(T value) => ToText[value];

    /// <summary>Reads a code, ignoring case.</summary>
    public static bool TryParse(string? code, out T value)
    {
        value = default;
        return code is not null && ToValue.TryGetValue(code, out value);
    }

    /// <summary>Reads a code that was stored by this program.</summary>
    /// <exception cref="FormatException">The code is unknown; the message lists the known ones.</exception>
    public static T Parse(string code) =>
        TryParse(code, out var value) ? value : throw new FormatException($"'{code}' is no {typeof(T).Name}; known: {string.Join(", ", All)}");

    private static string Spell(T value)
    {
        var name = value.ToString();
        var member = typeof(T).GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>();
        return member?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
    }
}

/// <summary>Short forms of <see cref="Code{T}"/>.</summary>
public static class CodeExtensions
{
    /// <summary>The stored spelling of an enum value.</summary>
    public static string ToCode<T>(this T value) where T : struct, Enum => Code<T>.Of(value);
}
