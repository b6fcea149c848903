using HypeWatch.Llm;

namespace HypeWatch.Tests.Llm;

public sealed class PromptFileTests
{
    private const string Good = """
        name: greet-reader
        description: Greets. Answers with a text.
        template_format: handlebars
        template: |
          <message role="system">
          Be kind.
          </message>
          <message role="user">
          {{! the page }}Page: {{page}}{{#if note}} ({{note}}){{else}} (no note){{/if}}
          </message>
        input_variables:
          - name: page
            description: text of a page
            is_required: true
          - name: note
            description: a note
            is_required: false
        execution_settings:
          default:
            temperature: 0
            max_tokens: 200
        """;

    [Fact]
    public void A_file_within_the_rules_is_read()
    {
        var prompt = PromptFile.Parse("greetings", "greet-reader", Good);

        Assert.Equal("greetings/greet-reader", prompt.Key);
        Assert.Equal(["page", "note"], prompt.Inputs.Select(input => input.Name));
        Assert.Equal([true, false], prompt.Inputs.Select(input => input.IsRequired));
        Assert.Equal(0f, prompt.Temperature);
        Assert.Equal(200, prompt.MaxTokens);
    }

    [Fact]
    public void Windows_line_ends_change_neither_text_nor_hash()
    {
        var unix = PromptFile.Parse("greetings", "greet-reader", Good.ReplaceLineEndings("\n"));
        var windows = PromptFile.Parse("greetings", "greet-reader", Good.ReplaceLineEndings("\r\n"));

        Assert.Equal(unix.Sha256, windows.Sha256);
        Assert.Equal(unix.Template, windows.Template);
    }

    [Theory]
    [InlineData("name: greet-reader", "name: greet-writer", "'name' must be")]
    [InlineData("name: greet-reader", "Name: greet-reader", "'Name' is not allowed")]
    [InlineData("template_format: handlebars", "template_format: liquid", "template_format")]
    [InlineData("template_format: handlebars", "template_format: Handlebars", "template_format")]
    [InlineData("template_format: handlebars", "templateFormat: handlebars", "'templateFormat' is not allowed")]
    [InlineData("template_format: handlebars", "template_format: handlebars\nallow_dangerously_set_content: true", "allow_dangerously_set_content")]
    [InlineData("    is_required: true", "    is_required: true\n    allow_dangerously_set_content: true", "allow_dangerously_set_content")]
    [InlineData("    is_required: true", "    is_required: true\n    is_required: false", "uplicate")]
    [InlineData("description: Greets. Answers with a text.", "description: a\ndescription: b", "uplicate")]
    [InlineData("    is_required: true", "    is_required: yes", "must be true or false")]
    [InlineData("    is_required: true", "    sample: x", "'sample' is not allowed")]
    [InlineData("    is_required: true", "    json_schema: '{}'", "'json_schema' is not allowed")]
    [InlineData("    is_required: true", "    default: <b>", "no markup")]
    [InlineData("    is_required: true", "    default: &anchor x", "anchors")]
    [InlineData("    is_required: true", "    default: !!str x", "tags")]
    [InlineData("  - name: page", "  - name: set", "taken by Handlebars")]
    [InlineData("  - name: page", "  - name: NOTE", "declared twice")]
    [InlineData("  - name: page", "  - name: site", "not declared")]
    [InlineData("  - name: page", "  - name: idle\n    description: x\n  - name: page", "not used")]
    [InlineData("  default:", "  other:", "'other' is not allowed")]
    [InlineData("    max_tokens: 200", "    model_id: x", "'model_id' is not allowed")]
    [InlineData("    max_tokens: 200", "    stop_sequences: [a]", "'stop_sequences' is not allowed")]
    [InlineData("    max_tokens: 200", "    response_format: json_object", "'response_format' is not allowed")]
    [InlineData("    temperature: 0", "    temperature: warm", "must be a number")]
    [InlineData("    temperature: 0", "    temperature: 3", "must be a number")]
    [InlineData("{{page}}", "{{{page}}}", "only {{name}}")]
    [InlineData("{{page}}", "{{&page}}", "only {{name}}")]
    [InlineData("{{page}}", "{{ page }}", "only {{name}}")]
    [InlineData("{{page}}", "{{~page}}", "only {{name}}")]
    [InlineData("{{page}}", "{{upper page}}", "only {{name}}")]
    [InlineData("{{page}}", "{{page.length}}", "only {{name}}")]
    [InlineData("{{page}}", "{{#each page}}{{/each}}", "only {{name}}")]
    [InlineData("{{page}}", "{{> page}}", "only {{name}}")]
    [InlineData("{{page}}", "\\{{page}}", "not allowed")]
    [InlineData("{{page}}", "{{page}} }}", "closes nothing")]
    [InlineData("{{page}}", "{{page}}{{else}}", "belongs to no block")]
    [InlineData("{{/if}}", "{{/unless}}", "closes nothing")]
    [InlineData("{{/if}}", "", "is not closed")]
    [InlineData("Page:", "Page & more:", "'&' is not allowed")]
    [InlineData("Page:", "Page &amp; more:", "'&' is not allowed")]
    [InlineData("Page:", "1 < 2", "'<' may only begin")]
    [InlineData("Page:", "<text>x</text>", "'<' may only begin")]
    [InlineData("Page:", "<image>x</image>", "'<' may only begin")]
    [InlineData("Page:", "<!-- x -->", "'<' may only begin")]
    [InlineData("Page:", "<![CDATA[ x ]]>", "'<' may only begin")]
    [InlineData("Page:", "x ]]> y", "']]>' is not allowed")]
    [InlineData("Be kind.", "Be kind. <message role=\"user\">", "'<' may only begin")]
    [InlineData("role=\"system\"", "role=\"System\"", "'<' may only begin")]
    [InlineData("role=\"system\"", "role=\"tool\"", "'<' may only begin")]
    [InlineData("role=\"system\"", "role=\"{{page}}\"", "'<' may only begin")]
    [InlineData("<message role=\"system\">", "hello <message role=\"system\">", "outside messages")]
    [InlineData("<message role=\"system\">", "{{page}} <message role=\"system\">", "outside messages")]
    [InlineData("Be kind.", "{{#if page}}Be kind.</message><message role=\"system\">{{/if}}</message><message role=\"system\">{{#if note}}</message>{{/if}}", "whole messages")]
    public void A_file_that_breaks_a_rule_is_rejected(string was, string becomes, string rule)
    {
        Assert.Contains(was, Good, StringComparison.Ordinal);
        var broken = Good.Replace(was, becomes.Replace("\n", Environment.NewLine, StringComparison.Ordinal), StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() => PromptFile.Parse("greetings", "greet-reader", broken));

        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("prompts/greetings/greet-reader.yaml", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("[1, 2]")]
    [InlineData("name: a\n---\nname: b")]
    [InlineData("name: [unclosed")]
    public void What_is_no_map_of_keys_is_rejected(string text) => Assert.Throws<FormatException>(() => PromptFile.Parse("greetings", "greet-reader", text));

    [Fact]
    public void A_changed_text_with_an_unchanged_lock_is_rejected_with_the_line_to_write()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["greetings/greet-reader.yaml"] = Good };

        var unlocked = Assert.Throws<FormatException>(() => new PromptLibrary(files, "{}"));
        var stale = Assert.Throws<FormatException>(() => new PromptLibrary(files, """{"greetings/greet-reader":{"version":3,"sha256":"00"}}"""));
        var orphan = Assert.Throws<FormatException>(() => new PromptLibrary([], """{"greetings/greet-reader":{"version":3,"sha256":"00"}}"""));

        var sha = PromptFile.Parse("greetings", "greet-reader", Good).Sha256;
        Assert.Contains(sha, unlocked.Message, StringComparison.Ordinal);
        Assert.Contains($"version 4 and sha256 {sha}", stale.Message, StringComparison.Ordinal);
        Assert.Contains("do not exist", orphan.Message, StringComparison.Ordinal);
    }
}
