using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HypeWatch.Llm;

/// <summary>
/// The JSON schema of a reply, generated from its record, in the strict subset that servers with structured output accept: objects with all properties
/// required and no others, lists, texts, numbers, truth values, enumerations, and null where the record allows it.
/// </summary>
public static class ReplySchema
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = ToStrict };

    /// <summary>How replies are read: names in snake case, every property present once and no other, enumerations by their codes.</summary>
    public static JsonSerializerOptions Json { get; } = MakeJson();

    /// <summary>The schema of a record.</summary>
    /// <typeparam name="T">The record; a <see cref="DescriptionAttribute"/> on a property goes into the schema.</typeparam>
    public static JsonElement Of<T>() => Cached<T>.Schema;

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }

    private static JsonObject ToStrict(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema) throw new NotSupportedException($"{context.TypeInfo.Type} has no strict schema");
        if (schema["properties"] is JsonObject properties)
        {
            schema["additionalProperties"] = false;
            schema["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
        }

        // The exporter writes enumerations without a type, which strict servers demand.
        if (schema["enum"] is JsonArray codes && schema["type"] is null) schema["type"] = codes.Contains(null) ? new JsonArray("string", "null") : "string";
        if (schema["type"] is null) throw new NotSupportedException($"{context.TypeInfo.Type} has no strict schema");
        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute { Description: var description }, ..])
            schema["description"] = description;
        return schema;
    }

    private static class Cached<T>
    {
        public static readonly JsonElement Schema = JsonSerializer.SerializeToElement(Json.GetJsonSchemaAsNode(typeof(T), Exporter));
    }
}
