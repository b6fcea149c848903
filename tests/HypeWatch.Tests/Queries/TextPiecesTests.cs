using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Tests.Queries;

public sealed class TextPiecesTests
{
    [Fact]
    public void Pieces_joined_are_the_text_whatever_the_claims()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => "ab \n<é😀"[random.Next(6)]));
            var marks = Enumerable.Range(0, random.Next(6)).Select(i => (Start: random.Next(90), Length: 1 + random.Next(30), i)).OrderBy(mark => mark.Start)
                .Select(mark => new TextMark(new($"clm-{mark.i}"), new(mark.Start, mark.Start + mark.Length), Strength.Regularity, 0)).ToList();
            var part = new Span(random.Next(40), 40 + random.Next(60));
            var pieces = TextPieces.Of(text, marks, part);
            var (from, to) = (Math.Min(part.Start, text.Length), Math.Min(part.End, text.Length));
            Assert.Equal(text[from..Math.Max(from, to)], string.Concat(pieces.Select(piece => piece.Words)));
            Assert.All(pieces, piece => Assert.NotEmpty(piece.Words));
            Assert.Equal(text, string.Concat(TextPieces.Parts(text, 1 + random.Next(20)).Select(cut => text[cut.Start..cut.End])));
        }
    }

    [Fact]
    public void A_claim_is_marked_where_it_stands_and_an_overlapping_one_from_where_the_first_ends()
    {
        TextMark first = new(new("clm-a"), new(4, 10), Strength.Regularity, 1), second = new(new("clm-b"), new(8, 14), Strength.Closure, 0);
        var pieces = TextPieces.Of("The model lies often.", [first, second], new(0, 21));
        Assert.Equal([("The ", null), ("model ", "clm-a"), ("lies", "clm-b"), (" often.", null)], pieces.Select(piece => (piece.Words, piece.Mark?.Claim.Value)));
    }

    [Fact]
    public void Surroundings_are_the_paragraph_and_never_more_than_so_many_characters_on_a_side()
    {
        var text = "First.\nSome words before the claim itself and some after it.\nLast.";
        var place = new Span(text.IndexOf("claim", StringComparison.Ordinal), text.IndexOf("claim", StringComparison.Ordinal) + 5);
        var whole = TextPieces.Around(text, place, 300);
        Assert.Equal("Some words before the claim itself and some after it.", text[whole.Start..whole.End]);
        var near = TextPieces.Around(text, place, 12);
        Assert.Equal("before the claim itself and", text[near.Start..near.End]);
        var wall = new string('x', 1000);
        var none = TextPieces.Around(wall, new(500, 505), 300);
        Assert.InRange(none.End - none.Start, 5, 605);
    }
}
