using System.Text;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Tests.Sources;

public sealed class ApiTextTests
{
    [Theory]
    [InlineData("2026-11-20T10:00:00Z", "2026-11-20T10:00:00")]
    [InlineData("2026-11-20T10:00:00.123+02:00", "2026-11-20T08:00:00")]
    [InlineData("20261120T063400Z", "2026-11-20T06:34:00")]
    [InlineData("20261120063400", "2026-11-20T06:34:00")]
    [InlineData("1795168800", "2026-11-20T10:00:00")]
    [InlineData("1795168800.0", "2026-11-20T10:00:00")]
    [InlineData("1795168800123", "2026-11-20T10:00:00")]
    [InlineData("Fri, 20 Nov 2026 10:00:00 GMT", "2026-11-20T10:00:00")]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void Instants_are_read_in_each_form(string text, string? expected) =>
        Assert.Equal(expected, ApiText.Time(text)?.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("""{"a":"x \- y"}""", "x - y")]
    [InlineData("""{"a":"50\% of \u12"}""", "50% of u12")]
    [InlineData("""{"a":"kept \\ \" \u0041"}""", "kept \\ \" A")]
    [InlineData("{\"a\":\"bell\u0007 line\nend\"}", "bell  line end")]
    public void Json_with_impossible_escapes_is_mended(string json, string expected)
    {
        var view = JsonView.Parse(Encoding.UTF8.GetBytes(json), out var defect, out _);

        Assert.Null(defect);
        Assert.Equal(expected, view["a"].Text);
    }

    [Fact]
    public void Whatever_is_missing_is_simply_not_there()
    {
        var view = JsonView.Parse("""{"a":{"b":[1,null,"2"]},"n":1e400,"t":"x","half":"\ud800"}"""u8.ToArray(), out _, out _);

        Assert.True(view["x"]["y"]["z"].IsMissing);
        Assert.Equal(["1", "2"], view["a"]["b"].Items.Select(item => item.Text));
        Assert.Equal([1L, 2L], view["a"]["b"].Items.Select(item => item.Number!.Value));
        Assert.Null(view["n"].Number);
        Assert.Null(view["t"].Number);
        Assert.Null(view["half"].Text);
        Assert.Equal("x", Assert.Single(view["t"].Items).Text);
        Assert.Empty(view["gone"].Items);
    }

    [Theory]
    [InlineData("<a><b>one</b><b>two</b><b>thr", "one two", true)]
    [InlineData("<a><b>one</b><b>two</c></a>", "one", false)]
    public void Xml_that_ends_early_keeps_what_is_whole(string xml, string words, bool isCut)
    {
        var view = XmlView.Parse(xml, out var defect, out var cut);

        Assert.NotNull(defect);
        Assert.Equal(isCut, cut);
        Assert.Equal(words, string.Join(' ', view.All("b").Select(element => element.Words)));
    }

    [Fact]
    public void Nested_xml_is_not_followed_down() => Assert.Equal("nested deeper than 100 levels", Defect(string.Concat(Enumerable.Repeat("<a>", 40_000))));

    [Theory]
    [InlineData("<p>Fine.</p>", null)]
    [InlineData("<p>I was wrong about this before I read the paper.</p>", null)]
    [InlineData("<p>It works.</p><p>Edit: fixed a typo.</p>", null)]
    [InlineData("<p>It works.</p><p><em>[Edit: corrected the number of layers]</em></p>", AnnouncedStatus.Corrected)]
    [InlineData("<p>It works.</p><p>UPDATE: I retract this claim.</p>", AnnouncedStatus.TakenBack)]
    [InlineData("It works.\n\n**Edit 2:** this is wrong, see Bo's comment", AnnouncedStatus.TakenBack)]
    [InlineData("<p>Retracted.</p>", null)]
    [InlineData("<p>Retraction: I no longer believe that it works.</p>", AnnouncedStatus.TakenBack)]
    [InlineData("<p><s>It works.</s></p>", AnnouncedStatus.TakenBack)]
    [InlineData("<p><s>It works.</s> It does not.</p>", null)]
    [InlineData("", null)]
    public void What_an_author_takes_back_is_seen_in_marked_edits_only(string html, AnnouncedStatus? expected) => Assert.Equal(expected, SelfCorrection.Of(html));

    [Theory]
    [InlineData("1\n00:00:00,179 --> 00:00:02,399\nAnn: We opened\nthe box.\n\n2\n00:00:02,400 --> 00:00:04,799\nand looked.\n\n3\n00:00:05,000 --> 00:00:06,000\nBo: Nice\n", "application/x-subrip", "Ann: We opened the box. and looked.\n\nBo: Nice")]
    [InlineData("""{"segments":[{"speaker":"Ann","body":"We"},{"speaker":"Ann","body":"opened it."},{"speaker":"Bo","body":"Oh."}]}""", "application/json", "Ann: We opened it.\n\nBo: Oh.")]
    [InlineData("<p>whole</p>", "text/html", "<p>whole</p>")]
    [InlineData("what is this", "application/octet-stream", null)]
    [InlineData("""{"segments":7}""", "application/json", null)]
    public void Transcripts_keep_the_words_and_who_said_them(string text, string type, string? expected) => Assert.Equal(expected, Transcript.Words(text, type));

    [Fact]
    public void Quoted_fields_of_a_table_may_hold_commas_marks_and_line_ends() =>
        Assert.Equal(["a|b,\"c\"\nd|", "1|2|3"], CsvRows.Read("a,\"b,\"\"c\"\"\nd\",\r\n\r\n1,2,3").Select(row => string.Join('|', row)));

    private static string? Defect(string xml)
    {
        XmlView.Parse(xml, out var defect, out _);
        return defect;
    }
}
