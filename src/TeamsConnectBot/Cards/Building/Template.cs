using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Cards.Building;

/// <summary>
/// A sentence with <c>{placeholders}</c>. Filling it with missing or unknown values throws, so that no brace reaches a person.
/// </summary>
[JsonConverter(typeof(TemplateConverter))]
internal sealed partial record Template(string Text)
{
    public IReadOnlySet<string> Placeholders { get; } =
        PlaceholderPattern().Matches(Text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    public string With(params (string Name, string Value)[] values)
    {
        if (values.FirstOrDefault(value => !Placeholders.Contains(value.Name)) is { Name: { } unknown })
        {
            throw new ArgumentException($"'{Text}' has no placeholder '{unknown}'.", nameof(values));
        }

        // A single pass, so that braces inside a value (such as a name) are not replaced.
        return PlaceholderPattern().Replace(Text, match =>
            values.FirstOrDefault(value => value.Name == match.Groups[1].Value).Value
            ?? throw new ArgumentException($"'{Text}' needs a value for '{match.Groups[1].Value}'.", nameof(values)));
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex PlaceholderPattern();
}

internal sealed class TemplateConverter : JsonConverter<Template>
{
    public override Template Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A text may not be null."));

    public override void Write(Utf8JsonWriter writer, Template value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
