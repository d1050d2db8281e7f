using System.Text.Json;

namespace TeamsConnectBot.Benchmarks;

/// <summary>Writes the line of JSON that every benchmark ends with.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static void Write(object figures) => Console.WriteLine(JsonSerializer.Serialize(figures, Options));
}
