using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HypeWatch.Sources.Apis;

/// <summary>
/// A JSON value as a stranger sent it: whatever is missing, null or of another type than expected is simply not there, and no access throws.
/// </summary>
internal readonly struct JsonView(JsonElement? element)
{
    private const int DeepestNesting = 64;
    private const int LongestText = 2_000_000;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = DeepestNesting, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Whether nothing is there, or null.</summary>
    public bool IsMissing => element is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => element is { ValueKind: JsonValueKind.Object };

    /// <summary>Whether it is a list.</summary>
    public bool IsList => element is { ValueKind: JsonValueKind.Array };

    /// <summary>The members of a list; a single value counts as a list of one, because some services send one hit without its list. Nulls are left out.</summary>
    public IEnumerable<JsonView> Items
    {
        get
        {
            if (element is { ValueKind: JsonValueKind.Array } list)
            {
                foreach (var item in list.EnumerateArray())
                    if (item.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)) yield return new(item);
            }
            else if (!IsMissing)
            {
                yield return this;
            }
        }
    }

    /// <summary>The members of an object with their names.</summary>
    public IEnumerable<(string Name, JsonView Value)> Members
    {
        get
        {
            if (element is not { ValueKind: JsonValueKind.Object } map) yield break;
            foreach (var member in map.EnumerateObject()) yield return (Spelled(() => member.Name) ?? "", new(member.Value));
        }
    }

    /// <summary>The words of a string, or a number as it is written; null for anything else. Half characters are replaced, NUL and other control characters left out.</summary>
    public string? Text => element?.ValueKind switch
    {
        JsonValueKind.String => Written(element.Value),
        JsonValueKind.Number => element.Value.GetRawText(),
        _ => null,
    };

    /// <summary>A whole number, also one that is written as a string or with a fraction; null for anything else.</summary>
    public long? Number => Text is { Length: < 32 } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15 ? (long)value : null;

    /// <summary>A truth value; null for anything else.</summary>
    public bool? Flag => element?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    /// <summary>An instant: ISO 8601, <c>20260220T063400Z</c>, or seconds or milliseconds since 1970; null for anything else.</summary>
    public DateTimeOffset? Time => Text is { } text ? ApiText.Time(text) : null;

    /// <summary>A member of an object.</summary>
    public JsonView this[string name] => element is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? new(value) : default;

    /// <summary>Reads JSON. Some services send raw control characters and invalid escapes inside strings; those are mended first.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="defect">Why it could not be read; null when it could.</param>
    /// <param name="isCut">Whether the text is good as far as it goes, but ends too early.</param>
    public static JsonView Parse(ReadOnlyMemory<byte> bytes, out string? defect, out bool isCut)
    {
        isCut = false;
        defect = null;
        var span = bytes.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        try
        {
            return Read(bytes);
        }
        catch (JsonException)
        {
            var mended = Encoding.UTF8.GetBytes(ApiText.MendJson(Encoding.UTF8.GetString(bytes.Span)));
            try
            {
                return Read(mended);
            }
            catch (JsonException exception)
            {
                isCut = EndsTooEarly(mended);
                defect = isCut ? "the answer ends in the middle" : FormattableString.Invariant($"no JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine}");
                return default;
            }
        }
    }

    private static JsonView Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes.Span, ReaderOptions);
        using var document = JsonDocument.ParseValue(ref reader);
        return new(document.RootElement.Clone());
    }

    private static bool EndsTooEarly(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(ReaderOptions));
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Written(JsonElement value) => Spelled(value.GetString) is { } text ? ApiText.Legible(text.Length <= LongestText ? text : text[..LongestText]) : null;

    // An escaped half of a surrogate pair is valid JSON and no text (RFC 8259 section 8.2); the framework refuses it.
    private static string? Spelled(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
