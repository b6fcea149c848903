using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// How sure a sentence is, with the verbs and phrases by which headlines say so graded: "reveals" and "demonstrates" are emphatic, "proves", "beyond dispute"
/// and "speaks for itself" absolute. A hedge that was read in the claim stands.
/// </summary>
internal static partial class Sureness
{
    public static Certainty Of(Claim claim, string sentence)
    {
        if (claim.Certainty < Certainty.Plain || Denied().IsMatch(sentence)) return claim.Certainty;
        var words = Absolute().IsMatch(sentence) ? Certainty.Absolute : Emphatic().IsMatch(sentence) ? Certainty.Emphatic : claim.Certainty;
        return words > claim.Certainty ? words : claim.Certainty;
    }

    [GeneratedRegex(@"\bbeyond (?:any |all |a |reasonable )?(?:doubt|dispute|question)\b|\b(?:no|without (?:a |any )?) ?doubt\b|\bdoubt is no longer\b|\bwith (?:absolute |full |complete )?certainty\b|\b(?:undeniabl|indisputabl|irrefutabl|unquestionabl|conclusive|definitive|unequivocal|unmistakab)\w*\b|\bproof (?:that|of)\b|\bproves?\b|\bproved that\b|\bproven\b|\b(?:speaks?|spoke) for (?:itself|themselves)\b|\b(?:settles?|settled)\b|\bto rest\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Absolute();

    [GeneratedRegex(@"\b(?:reveal(?:s|ed)?|demonstrat(?:es?|ed|ably)|establish(?:es|ed)|confirm(?:s|ed)?|uncover(?:s|ed)?|expos(?:es|ed)|unmask\w*|laid bare|definitely|unambiguous\w*|clearly (?:shows?|demonstrates?|establish\w*|proves?))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emphatic();

    /// <summary>The strong word is asked, denied, put off, or means something else.</summary>
    [GeneratedRegex(@"\?|\b(?:whether|if)\b.{0,60}\b(?:reveal|prove|demonstrate|establish|confirm|settle|uncover|expose)|\b(?:not|never|no|cannot|hardly|whether|if|may|might|could|would|to) (?:\w+ )?(?:reveal|prove|demonstrate|establish|confirm|settle|uncover|expose|proof)\w*\b|\bprove[sdn]? (?:to be )?(?:difficult|hard|useful|effective|helpful|challenging|elusive)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Denied();
}
