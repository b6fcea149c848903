using System.Xml.Linq;
using HypeWatch.App.Drawings;
using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Queries;

namespace HypeWatch.App.Tests.Drawings;

public sealed class DrawingsTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_lineage_is_drawn_with_a_title_a_description_and_a_box_for_each_wording()
    {
        var drawn = Read(LineageSvg.Of(Way("Lantern units mark flattery.", "Lantern units always mark flattery.")));
        Assert.Equal("How the claim travelled", drawn.Element(Svg + "title")!.Value);
        Assert.Contains("The Courier, from Quayside: stronger", drawn.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Equal(2, drawn.Elements(Svg + "rect").Count());
        Assert.Single(drawn.Elements(Svg + "line"));
        Assert.Contains(drawn.Elements(Svg + "text"), text => text.Value == "Lantern units always mark flattery.");
        Assert.Equal($"{drawn.Element(Svg + "title")!.Attribute("id")!.Value} {drawn.Element(Svg + "desc")!.Attribute("id")!.Value}", drawn.Attribute("aria-labelledby")!.Value);
    }

    [Fact]
    public void Words_of_pages_open_no_element_in_a_drawing()
    {
        var svg = LineageSvg.Of(Way("</text><script>alert(1)</script>", "\"/><style>*{}</style>\u0000\u001b[2J \ud83d\ude00"));
        var drawn = Read(svg);
        Assert.DoesNotContain(drawn.DescendantsAndSelf(), element => element.Name.LocalName is "script" or "style" or "foreignObject");
        Assert.DoesNotContain(drawn.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "style" or "href");
    }

    [Fact]
    public void A_calibration_table_is_drawn_and_told_in_words()
    {
        var drawn = Read(CalibrationPlot.Of([new(0.2, 0.3, 4, 0.25, 1), new(0.9, 1, 2, 0.95, 2)]));
        Assert.Equal("mean probability 0.25: 1 of 4 happened; mean probability 0.95: 2 of 2 happened.", drawn.Element(Svg + "desc")!.Value);
        var discs = drawn.Elements(Svg + "circle").ToList();
        Assert.Equal(2, discs.Count);
        // The surer and righter stand further to the right and higher up.
        Assert.True(Number(discs[0], "cx") < Number(discs[1], "cx") && Number(discs[0], "cy") > Number(discs[1], "cy"));
    }

    [Fact]
    public void Scores_are_drawn_by_day_and_say_what_they_are_relative_to()
    {
        var drawn = Read(ScorePlot.Of([Set("Ada", new(2031, 5, 1), 0.25, Resolution.False), Set("Ada", new(2031, 9, 1), 0.25, Resolution.True), Set("Ben", new(2031, 7, 1), null, Resolution.True)])!);
        Assert.Contains("2031-05-01, Ada: -0.25; 2031-09-01, Ada: +0.75; each relative to this forecaster's expectation. 1 more without a score.", drawn.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Contains(drawn.Elements(Svg + "text"), text => text.Value.Contains(PredictionScore.Meaning, StringComparison.Ordinal));
        var discs = drawn.Elements(Svg + "circle").ToList();
        Assert.True(Number(discs[0], "cx") < Number(discs[1], "cx") && Number(discs[0], "cy") > Number(discs[1], "cy"));
    }

    [Fact]
    public void Without_a_score_nothing_is_drawn() => Assert.Null(ScorePlot.Of([Set("Ada", new(2031, 5, 1), 0.25, Resolution.Open)]));

    private static XElement Read(string svg) => XDocument.Parse(svg).Root!;

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static PredictionSet Set(string forecaster, DateOnly made, double? probability, Resolution resolution) =>
        new(new($"prd-{forecaster}-{made:yyyyMMdd}"), forecaster, made, "Sieves", null, null, null, [new(1, "they show one example", probability, resolution)]);

    private static Lineage Way(string first, string second)
    {
        LineageClaim one = Claim("Quayside", first, 0, 1), other = Claim("The Courier", second, 1, 2);
        var edge = new PropagationEdge(
            new("edg-1"), one.Claim.Document.Id, one.Claim.Claim.Id, other.Claim.Document.Id, other.Claim.Claim.Id, EdgeKind.Paraphrases, EdgeSupport.ExplicitLink, null, true, 1, 0, 0, [], 0.8,
            ExcessOwner.Downstream) { Drift = Drift.Stronger };
        return new(one.Claim.Claim.Id, [one, other], [edge], false);
    }

    private static LineageClaim Claim(string asserter, string quote, int hop, int day)
    {
        var date = PublicationDate.OnDay(new(2031, 5, day), "test");
        var document = new Document(new($"doc-{hop}"), DocumentKind.News, $"https://news.example/{hop}", $"https://news.example/{hop}", "A title", asserter, [], date, "en");
        var version = new DocumentVersion(new($"ver-{hop}"), document, new("snp-1"), quote, "", "test", [], [], [], []);
        var claim = Model.Claim.Cut(
            version, new(0, quote.Length), new([ClaimType.Descriptive], Strength.Existence, Certainty.Plain, Scope.Unknown, asserter, Place.Body, 1), new("test", "1"));
        return new(hop, new(claim, new(document.Id, document.Kind, document.Title, document.Url, asserter, date), null));
    }
}
