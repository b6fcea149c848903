using System.Text.RegularExpressions;

namespace HypeWatch.Llm;

/// <summary>
/// The rules for templates: whole <c>message</c> blocks with a role and nothing outside them; of Handlebars only <c>{{name}}</c>, <c>if</c>, <c>unless</c>,
/// <c>else</c> and comments; no other markup. The kernel sends everything as one user message when the rendered text is no XML, and drops what stands
/// outside messages, both in silence: these rules make either impossible.
/// </summary>
internal sealed partial class PromptTemplate(string path)
{
    private readonly Stack<(string Kind, bool InMessage, bool Else)> blocks = [];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private bool inMessage;
    private int messages;

    /// <summary>Checks a template.</summary>
    /// <returns>The names of the inputs that it uses.</returns>
    /// <exception cref="FormatException">It breaks a rule.</exception>
    public IReadOnlySet<string> Check(string template)
    {
        for (var i = 0; i < template.Length;)
        {
            i = template[i] switch
            {
                '{' when Follows(template, i, "{{") => Mustache(template, i),
                '}' when Follows(template, i, "}}") => throw Wrong(template, i, "'}}' closes nothing"),
                '\\' when Follows(template, i, "\\{{") => throw Wrong(template, i, "'\\{{' is not allowed"),
                '<' => Tag(template, i),
                '&' => throw Wrong(template, i, "'&' is not allowed"),
                ']' when Follows(template, i, "]]>") => throw Wrong(template, i, "']]>' is not allowed"),
                var c when !PromptValue.IsAllowed(c) || char.IsSurrogate(c) => throw Wrong(template, i, "control characters and surrogates are not allowed"),
                var c when !inMessage && !char.IsWhiteSpace(c) => throw Wrong(template, i, "text outside messages is not sent"),
                _ => i + 1,
            };
        }

        if (inMessage) throw Wrong(template, template.Length, "a message is not closed");
        if (blocks.Count > 0) throw Wrong(template, template.Length, $"'{{{{#{blocks.Peek().Kind}}}}}' is not closed");
        return messages > 0 ? used : throw Wrong(template, 0, "there is no message");
    }

    private static bool Follows(string template, int i, string what) => string.CompareOrdinal(template, i, what, 0, what.Length) == 0;

    private int Tag(string template, int i)
    {
        var tag = (inMessage ? Close() : Open()).Match(template, i);
        if (!tag.Success) throw Wrong(template, i, "'<' may only begin <message role=\"system|user|assistant\"> or </message>, in turn");
        inMessage = !inMessage;
        if (inMessage) messages++;
        return i + tag.Length;
    }

    private int Mustache(string template, int i)
    {
        var match = Expression().Match(template, i);
        if (!match.Success) throw Wrong(template, i, "only {{name}}, {{#if name}}, {{#unless name}}, {{else}}, their ends and {{! comments }} are allowed");
        if (match.Groups["value"] is { Success: true, Value: var value })
        {
            if (value == "else") Else(template, i);
            else if (!inMessage) throw Wrong(template, i, "a value outside messages is not sent");
            else used.Add(value);
        }
        else if (match.Groups["open"] is { Success: true, Value: var open })
        {
            blocks.Push((open, inMessage, false));
            used.Add(match.Groups["test"].Value);
        }
        else if (match.Groups["close"] is { Success: true, Value: var close })
        {
            if (!blocks.TryPop(out var block) || block.Kind != close) throw Wrong(template, i, $"'{{{{/{close}}}}}' closes nothing");
            if (block.InMessage != inMessage) throw Wrong(template, i, "a block must hold whole messages, or stand inside one");
        }

        return i + match.Length;
    }

    private void Else(string template, int i)
    {
        if (!blocks.TryPop(out var block) || block.Else) throw Wrong(template, i, "'{{else}}' belongs to no block");
        if (block.InMessage != inMessage) throw Wrong(template, i, "a block must hold whole messages, or stand inside one");
        blocks.Push(block with { Else = true });
    }

    private FormatException Wrong(string template, int i, string rule) =>
        new(FormattableString.Invariant($"{path}: template, line {template.AsSpan(0, i).Count('\n') + 1}: {rule}"));

    [GeneratedRegex("""\G<message role="(?:system|user|assistant)">""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"\G</message>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Close();

    [GeneratedRegex(
        @"\G\{\{(?:(?<value>[A-Za-z][0-9A-Za-z_]*)|\#(?<open>if|unless)\ (?<test>[A-Za-z][0-9A-Za-z_]*)|/(?<close>if|unless)|![^{}<&]*)\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expression();
}
