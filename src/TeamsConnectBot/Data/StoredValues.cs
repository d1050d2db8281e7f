using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime.Text;
using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Data;

/// <summary>An instant as Unix milliseconds, which sort and compare correctly on every database.</summary>
internal sealed class StoredInstant() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeMilliseconds(), stored => Instant.FromUnixTimeMilliseconds(stored));

/// <summary>A date as <c>2026-11-23</c>.</summary>
internal sealed class StoredDate() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date), stored => LocalDatePattern.Iso.Parse(stored).Value);

/// <summary>Slots as <c>58+2,130+2</c>.</summary>
internal static class StoredSlots
{
    public static ValueConverter<IReadOnlyList<Slot>, string> Converter { get; } = new(slots => Write(slots), stored => Read(stored));

    public static ValueComparer<IReadOnlyList<Slot>> Comparer { get; } = new(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
        slots => slots == null ? 0 : slots.Aggregate(0, HashCode.Combine), slots => slots == null ? slots! : slots.ToArray());

    private static string Write(IEnumerable<Slot> slots) =>
        string.Join(',', slots.Select(slot => string.Create(CultureInfo.InvariantCulture, $"{slot.Start}+{slot.Length}")));

    private static Slot[] Read(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            var plus = part.IndexOf('+', StringComparison.Ordinal);
            return new Slot(
                int.Parse(part.AsSpan(0, plus), CultureInfo.InvariantCulture),
                int.Parse(part.AsSpan(plus + 1), CultureInfo.InvariantCulture));
        })];
}

/// <summary>Instants as Unix milliseconds, separated by commas.</summary>
internal static class StoredInstants
{
    public static ValueConverter<IReadOnlyList<Instant>, string> Converter { get; } = new(
        instants => string.Join(',', instants.Select(instant => instant.ToUnixTimeMilliseconds())), stored => Read(stored));

    public static ValueComparer<IReadOnlyList<Instant>> Comparer { get; } = new(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
        instants => instants.Aggregate(0, HashCode.Combine), instants => instants.ToArray());

    private static Instant[] Read(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Instant.FromUnixTimeMilliseconds(long.Parse(part, CultureInfo.InvariantCulture)))];
}

/// <summary>A small record as JSON text. It is replaced as a whole and never changed in place, so nobody needs a copy of it.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new PatternJson<LocalTime>(LocalTimePattern.CreateWithInvariantCulture("HH:mm")),
            new PatternJson<LocalDate>(LocalDatePattern.Iso),
            new PatternJson<LocalDateTime>(LocalDateTimePattern.GeneralIso), new JsonStringEnumConverter(),
        },
    };

    public static ValueConverter<T, string> Of<T>() => new(
        value => JsonSerializer.Serialize(value, Options), stored => JsonSerializer.Deserialize<T>(stored, Options)!);

    public static ValueComparer<T> Comparer<T>() => new(
        (a, b) => ReferenceEquals(a, b) || JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options),
        value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
        value => value);
}
