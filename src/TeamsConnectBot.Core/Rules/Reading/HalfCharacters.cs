using System.Text.Json;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>
/// Finds escapes such as <c>\ud800</c> without their other half. They are valid JSON, but no text: reading such a value throws.
/// </summary>
internal static class HalfCharacters
{
    /// <param name="value">The value to look in.</param>
    /// <param name="path">Its path; empty for the whole file.</param>
    /// <returns>A problem for each text, and each name of a field, that has one.</returns>
    public static IEnumerable<RuleProblem> In(JsonElement value, string path = "") => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => InField(field, path)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => In(item, $"{path}[{index}]")),
        JsonValueKind.String when !IsText(value.GetString) => [Problem(path, value.GetRawText())],
        _ => [],
    };

    private static IEnumerable<RuleProblem> InField(JsonProperty field, string path)
    {
        if (!IsText(() => field.Name))
        {
            return [Problem(path, field.ToString())];
        }

        return In(field.Value, path.Length == 0 ? FieldReader.Cut(field.Name) : $"{path}.{FieldReader.Cut(field.Name)}");
    }

    private static RuleProblem Problem(string path, string raw) => new(ProblemKind.HalfCharacter, path, FieldReader.Cut(raw));

    private static bool IsText(Func<string?> read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
