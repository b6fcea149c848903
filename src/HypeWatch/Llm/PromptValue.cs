using System.Text;

namespace HypeWatch.Llm;

/// <summary>
/// The cleaning of values before they enter a prompt: characters that XML cannot carry are dropped (all below U+0020 but tab, line feed and carriage return;
/// U+FFFE and U+FFFF), lone surrogates become U+FFFD. Everything else arrives verbatim, except white space at the very ends of a message.
/// </summary>
internal static class PromptValue
{
    /// <summary>Whether a UTF-16 code unit may stand in XML 1.0 (section 2.2), surrogates aside.</summary>
    public static bool IsAllowed(char c) => c is >= ' ' and not ('\ufffe' or '\uffff') or '\t' or '\n' or '\r';

    /// <summary>Cleans a value.</summary>
    public static string Clean(string value)
    {
        var builder = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) builder.Append(c).Append(value[++i]);
            else if (char.IsSurrogate(c)) builder.Append('\ufffd');
            else if (IsAllowed(c)) builder.Append(c);
        }

        return builder.ToString();
    }
}
