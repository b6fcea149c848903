using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HypeWatch.Digests;

/// <summary>
/// Writes HTML from interpolated strings in which the literal parts are markup and every hole is encoded. There is no way to put a value in unencoded, so
/// none can be forgotten (digest-and-query 2.8).
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    /// <summary>Appends markup with encoded values.</summary>
    public HtmlWriter Add(Fragment fragment)
    {
        html.Append(fragment.Markup);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => html.ToString();

    /// <summary>The compiler's target for <c>$"..."</c>: literals as they are, holes encoded.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Fragment
    {
        private const int GuessedHole = 16;

        /// <summary>Called by the compiler.</summary>
        public Fragment(int literalLength, int holes) => Markup = new(literalLength + (GuessedHole * holes));

        /// <summary>What was written.</summary>
        public StringBuilder Markup { get; }

        /// <summary>Appends markup.</summary>
        public void AppendLiteral(string markup) => Markup.Append(markup);

        /// <summary>Appends an encoded text.</summary>
        public void AppendFormatted(string? text) => Markup.Append(Encoder.Encode(text ?? ""));
    }
}
