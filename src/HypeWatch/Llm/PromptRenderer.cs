using System.Collections.Concurrent;
using System.Net;
using System.Xml;
using HandlebarsDotNet;
using Microsoft.Extensions.AI;

namespace HypeWatch.Llm;

/// <summary>
/// Makes messages of a prompt and its arguments, the same ones as Semantic Kernel makes: values are cleaned (<see cref="PromptValue"/>) and encoded, the
/// template is rendered without further encoding, and the result is read as XML. A value can therefore neither open nor close a message.
/// </summary>
public sealed class PromptRenderer
{
    private readonly IHandlebars handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> compiled = new(StringComparer.Ordinal);

    /// <summary>Renders a prompt.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="arguments">A value for each required input; names are matched exactly.</param>
    /// <returns>The messages; their number and roles do not depend on the values, except through the template's own conditions on empty values.</returns>
    /// <exception cref="ArgumentException">A required argument is missing, or one is not declared.</exception>
    /// <exception cref="FormatException">The template does not render to messages.</exception>
    public IReadOnlyList<ChatMessage> Render(PromptFile prompt, IReadOnlyDictionary<string, string> arguments)
    {
        foreach (var name in arguments.Keys)
            if (!prompt.Inputs.Any(input => input.Name == name)) throw new ArgumentException($"{prompt.Key} declares no input '{name}'", nameof(arguments));
        var values = prompt.Inputs.ToDictionary(input => input.Name, input => (object)Encode(prompt, input, arguments), StringComparer.Ordinal);
        var template = compiled.GetOrAdd(prompt.Template, handlebars.Compile);
        return Messages(prompt, template(values));
    }

    private static string Encode(PromptFile prompt, PromptInput input, IReadOnlyDictionary<string, string> arguments)
    {
        var value = arguments.GetValueOrDefault(input.Name);
        if (value is null && input.IsRequired && input.Default.Length == 0) throw new ArgumentException($"{prompt.Key} needs a value for '{input.Name}'", nameof(arguments));
        return WebUtility.HtmlEncode(PromptValue.Clean(value ?? input.Default));
    }

    private static List<ChatMessage> Messages(PromptFile prompt, string rendered)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            document.LoadXml($"<r>{rendered}</r>");
        }
        catch (XmlException exception)
        {
            throw new FormatException($"{prompt.Key} does not render to messages", exception);
        }

        return [.. document.DocumentElement!.ChildNodes.OfType<XmlElement>().Select(ToMessage)];
    }

    /// <summary>Text of a message as the kernel reads it: trimmed first, decoded afterwards.</summary>
    private static ChatMessage ToMessage(XmlElement element) => new(new ChatRole(element.GetAttribute("role")), WebUtility.HtmlDecode(element.InnerXml.Trim()));
}
