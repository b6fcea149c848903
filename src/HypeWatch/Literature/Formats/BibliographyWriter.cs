using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HypeWatch.Model;

namespace HypeWatch.Literature.Formats;

/// <summary>Writes works as BibTeX, RIS or CSL-JSON; what is written is read back by <see cref="BibliographyFile"/>.</summary>
public static class BibliographyWriter
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes works.</summary>
    /// <exception cref="NotSupportedException">The format is only read.</exception>
    public static string Write(IReadOnlyList<PriorWork> works, BibliographyFormat format) => format switch
    {
        BibliographyFormat.Bibtex => string.Concat(works.Select(Bibtex)),
        BibliographyFormat.Ris => string.Concat(works.Select(Ris)),
        BibliographyFormat.CslJson => JsonSerializer.Serialize(works.Select(Csl), Options) + "\n",
        _ => throw new NotSupportedException($"{format} is only read"),
    };

    private static string Bibtex(PriorWork work)
    {
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@{(work.PeerReviewed ? "inproceedings" : "misc")}{{{work.Id.Value},\n");
        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{Escaped(value)}}},\n");
        }

        Field("title", work.Title);
        Field("author", string.Join(" and ", work.Authors.Select(author => author.Contains(' ', StringComparison.Ordinal) ? $"{author}," : author)));
        Field("year", work.Year.ToString(CultureInfo.InvariantCulture));
        Field(work.PeerReviewed ? "booktitle" : "howpublished", work.Venue);
        Field("doi", work.Doi);
        if (work.Arxiv is not null) Field("archiveprefix", "arXiv");
        Field("eprint", work.Arxiv);
        Field("url", work.Url);
        Field("abstract", work.Abstract);
        Field("keywords", string.Join(", ", work.Tags));
        return entry.Append("}\n\n").ToString();
    }

    private static string Escaped(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings(" "))
            if (c is '&' or '%' or '#' or '_' or '$') escaped.Append('\\').Append(c);
            else if (c is not ('{' or '}' or '\\')) escaped.Append(c);
        return escaped.Replace("--", "-{}-").ToString();
    }

    private static string Ris(PriorWork work)
    {
        var entry = new StringBuilder().Append(work.PeerReviewed ? "TY  - CONF\n" : "TY  - GEN\n");
        void Field(string tag, string? value)
        {
            if (!string.IsNullOrEmpty(value)) entry.Append(CultureInfo.InvariantCulture, $"{tag}  - {value.ReplaceLineEndings(" ")}\n");
        }

        Field("ID", work.Id.Value);
        Field("TI", work.Title);
        foreach (var author in work.Authors) Field("AU", author.Contains(' ', StringComparison.Ordinal) ? $"{author}," : author);
        Field("PY", work.Year.ToString(CultureInfo.InvariantCulture));
        Field("T2", work.Venue);
        Field("DO", work.Doi);
        Field("AN", work.Arxiv is null ? null : $"arXiv:{work.Arxiv}");
        Field("UR", work.Url);
        Field("AB", work.Abstract);
        foreach (var tag in work.Tags) Field("KW", tag);
        return entry.Append("ER  - \n\n").ToString();
    }

    private static Dictionary<string, object> Csl(PriorWork work)
    {
        var item = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = work.Id.Value, ["type"] = work.PeerReviewed ? "paper-conference" : "article", ["title"] = work.Title,
            ["author"] = work.Authors.Select(author => new { family = author }), ["issued"] = new Dictionary<string, int[][]>(StringComparer.Ordinal) { ["date-parts"] = [[work.Year]] },
        };
        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) item[name] = value;
        }

        Field("container-title", work.Venue);
        Field("DOI", work.Doi);
        Field("number", work.Arxiv is null ? null : $"arXiv:{work.Arxiv}");
        Field("URL", work.Url);
        Field("abstract", work.Abstract);
        Field("keyword", string.Join(", ", work.Tags));
        return item;
    }
}
