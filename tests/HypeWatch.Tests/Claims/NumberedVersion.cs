using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Tests.Claims;

/// <summary>A version of invented sentences, one passage each, separated by a space.</summary>
internal static class NumberedVersion
{
    public static DocumentVersion Of(params string[] sentences) => Of(sentences.Select(sentence => (sentence, Place.Results)));

    public static DocumentVersion Of(IEnumerable<(string Sentence, Place Place)> sentences, string separator = " ")
    {
        var text = new StringBuilder();
        var passages = new List<Passage>();
        foreach (var (sentence, place) in sentences)
        {
            if (text.Length > 0) text.Append(separator);
            passages.Add(new(passages.Count, new(text.Length, text.Length + sentence.Length), place, "Findings", 0, passages.Count));
            text.Append(sentence);
        }

        const string Url = "https://lab.example/probes";
        var document = new Document(
            new(ContentId.Of("doc", Url)), DocumentKind.Blog, Url, Url, "What our probes read", "Example Lab", ["Ada Moreno"], PublicationDate.Unknown, "en");
        var content = text.ToString();
        var sha = ContentId.Sha256(content);
        return new(new(ContentId.Of("ver", document.Id.Value, sha)), document, new("snp-1"), content, sha, "test/1", passages, [], [], []);
    }
}
