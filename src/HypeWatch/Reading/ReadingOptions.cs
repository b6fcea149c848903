using System.ComponentModel.DataAnnotations;

namespace HypeWatch.Reading;

/// <summary>Limits of the reader, section <c>Reading</c> of the settings. Defaults suit papers and long pages; a hostile page meets them first.</summary>
public sealed class ReadingOptions
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Reading";

    /// <summary>The largest file that is read, in bytes; 1 kB to 1 GB.</summary>
    [Range(1_000, 1_000_000_000, ErrorMessage = "Reading:MaxBytes must lie between 1000 and 1000000000 bytes.")]
    public int MaxBytes { get; set; } = 50_000_000;

    /// <summary>The longest decoded text or page that is parsed, in UTF-16 code units.</summary>
    [Range(1_000, 200_000_000, ErrorMessage = "Reading:MaxCharacters must lie between 1000 and 200000000 characters.")]
    public int MaxCharacters { get; set; } = 10_000_000;

    /// <summary>How many open tags may lie in each other before a page is refused; parsing time grows with the square of the depth (threats 5b).</summary>
    [Range(50, 10_000, ErrorMessage = "Reading:MaxTagDepth must lie between 50 and 10000.")]
    public int MaxTagDepth { get; set; } = 3_000;

    /// <summary>The program that turns PDF into text: a name on the search path or a full path.</summary>
    [Required(ErrorMessage = "Reading:PdfTool must name the pdftotext program.")]
    public string PdfTool { get; set; } = "pdftotext";

    /// <summary>How long the PDF program may take for one file.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Reading:PdfTimeout must lie between 00:00:01 and 01:00:00.")]
    public TimeSpan PdfTimeout { get; set; } = TimeSpan.FromMinutes(1);
}
