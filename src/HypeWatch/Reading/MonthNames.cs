using System.Collections.Frozen;

namespace HypeWatch.Reading;

/// <summary>Names of months and their usual abbreviations in the languages in which releases are reported.</summary>
internal static class MonthNames
{
    private const int Longest = 16;

    private static readonly string[] Names =
    [
        "january jan januar januari janvier janv enero ene gennaio gen janeiro jänner jän tammikuu tammikuuta styczeń stycznia sty ocak ianuarie leden ledna január januára януари января январь янв січня",
        "february feb febr februar februari février févr fevrier febrero febbraio fevereiro fev feber helmikuu helmikuuta luty lutego şubat februarie únor února február februára февраля февраль фев лютого",
        "march mar mär mrz märz maerz mars marzo março marco maart mrt maaliskuu maaliskuuta marzec marca mart martie březen března március марта март березня",
        "april apr avril avr abril abr aprile aprile huhtikuu huhtikuuta kwiecień kwietnia nisan aprilie duben dubna április апреля апрель апр квітня",
        "may mai mayo maggio mag maio mei maj toukokuu toukokuuta maja mayıs květen května május мая май травня",
        "june jun juni juin junio giugno giu junho kesäkuu kesäkuuta czerwiec czerwca haziran iunie červen června június июня июнь июн червня",
        "july jul juli juillet juil julio luglio lug julho heinäkuu heinäkuuta lipiec lipca temmuz iulie červenec července július июля июль июл липня",
        "august aug août aout agosto ago augustus augusti elokuu elokuuta sierpień sierpnia ağustos srpen srpna augusztus августа август авг серпня",
        "september sep sept septembre septiembre settembre set setembro syyskuu syyskuuta wrzesień września eylül septembrie září szeptember сентября сентябрь сен вересня",
        "october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta październik października ekim octombrie říjen října október октября октябрь окт жовтня",
        "november nov novembre noviembre novembro marraskuu marraskuuta listopad listopada kasım noiembrie listopadu ноября ноябрь ноя",
        "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des joulukuu joulukuuta grudzień grudnia aralık decembrie prosinec prosince декабря декабрь дек грудня",
    ];

    private static readonly FrozenDictionary<string, int> Numbers =
        Names.SelectMany((names, i) => names.Split(' ').Select(name => (name, i + 1))).DistinctBy(entry => entry.name).ToFrozenDictionary(entry => entry.name, entry => entry.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BySpan = Numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The month's number, 1 to 12; 0 when the word is no month.</summary>
    public static int Of(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > Longest) return 0;
        Span<char> lower = stackalloc char[Longest];
        var length = word.ToLowerInvariant(lower);
        return BySpan.TryGetValue(lower[..length], out var number) ? number : 0;
    }
}
