using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace TeamsConnectBot.Data;

/// <summary>A date or time in JSON, as a NodaTime pattern writes it.</summary>
internal sealed class PatternJson<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        pattern.Parse(reader.GetString() ?? "").GetValueOrThrow();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(pattern.Format(value));
}
