using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch predict export</c>: sets in the forms that <c>predict import</c> reads back to the same ids and scores.</summary>
internal static class PredictExport
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var forecaster = PredictCommand.Forecaster();
        var format = new Option<string>("--format") { Description = "csv, json, yaml or markdown", DefaultValueFactory = _ => "csv", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("csv", "json", "yaml", "markdown");
        return new Command("export", "Writes sets as CSV, JSON, YAML or Markdown with all that was said of their outcomes; predict import reads them back") { forecaster, format }.Does(async (context, ct) =>
        {
            var sets = PredictionCuts.Narrow(await PredictCommand.LoadAsync(context, ct), new(Forecaster: context.Value(forecaster)));
            if (context.Json || context.Value(format) == "json") context.Out.Json(ExportedSets.Of(sets));
            else context.Out.Line(Text(context.Value(format)!, sets).TrimEnd());
            return PredictCommand.Found(context, sets);
        });
    }

    /// <summary>Lists as YAML.</summary>
    public static string Yaml(ExportedSets exported)
    {
        var text = new StringBuilder();
        Write(text, JsonSerializer.SerializeToNode(exported, ModelJson.Options)!.AsObject(), "", "");
        return text.ToString();
    }

    private static string Text(string format, IReadOnlyList<PredictionSet> sets) => format switch
    {
        "yaml" => Yaml(ExportedSets.Of(sets)),
        "markdown" => PredictionMarkdown.Write(ExportedSets.Of(sets)),
        _ => PredictionCsv.Write(sets),
    };

    // Block style for maps and for lists of maps, every text in double quotes: no word of a statement can then mean something to YAML.
    private static void Write(StringBuilder text, JsonObject map, string first, string indent)
    {
        var lead = first;
        foreach (var (key, value) in map)
        {
            text.Append(lead).Append(key).Append(':');
            lead = indent;
            if (value is JsonArray { Count: > 0 } list && list[0] is JsonObject)
            {
                text.Append('\n');
                foreach (var item in list) Write(text, item!.AsObject(), indent + "  - ", indent + "    ");
            }
            else text.Append(' ').Append(value is JsonArray plain ? $"[{string.Join(", ", plain.Select(Scalar))}]" : Scalar(value)).Append('\n');
        }
    }

    private static string Scalar(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String ? Quoted(value.GetValue<string>()) : value?.ToJsonString() ?? "null";

    private static string Quoted(string words)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in words)
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => letter.ToString(),
            });
        return text.Append('"').ToString();
    }
}
