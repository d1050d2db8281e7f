using System.Text.Json;
using NodaTime.Text;

namespace TeamsConnectBot.Cards.Building;

/// <summary>What somebody chose on the welcome or preferences card.</summary>
/// <param name="AllowGaps">Whether free/busy may be read.</param>
/// <param name="AllowAiUse">Whether what they report about their own week with AI may be used.</param>
/// <param name="Languages">Two-letter codes, at least one.</param>
/// <param name="Days">Usual working days, at least one.</param>
/// <param name="From">Start of a usual day, in the person's zone.</param>
/// <param name="Until">End of a usual day; before <paramref name="From"/> for a night shift.</param>
/// <param name="OfficeDays">Usual days in the office; may be empty.</param>
internal sealed record PreferencesForm(
    bool AllowGaps, bool AllowAiUse, IReadOnlyList<string> Languages, IReadOnlyList<IsoDayOfWeek> Days, LocalTime From, LocalTime Until,
    IReadOnlyList<IsoDayOfWeek> OfficeDays, bool InPerson, bool Online)
{
    /// <summary>Null when the card did not ask for them.</summary>
    public WishesForm? Wishes { get; init; }

    /// <summary>
    /// Whether the organisation's sources on days with AI may be read; null when the card did not ask, because there are none.
    /// </summary>
    public bool? AllowSources { get; init; }

    internal const string InPersonValue = "inPerson";
    internal const string OnlineValue = "online";
    internal static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Reads a click's data; null when anything in it is invalid.</summary>
    public static PreferencesForm? Read(JsonElement data, Texts texts)
    {
        if (Problem(data, texts) is not null)
        {
            return null;
        }

        var places = Values(data, Inputs.Places);
        return new(
            Text(data, Inputs.AllowGaps) == "true", Text(data, Inputs.AllowAiUse) == "true", Values(data, Inputs.Languages),
            Weekdays(data, Inputs.Days)!, Time(data, Inputs.From)!.Value, Time(data, Inputs.Until)!.Value,
            Weekdays(data, Inputs.OfficeDays)!, places.Contains(InPersonValue), places.Contains(OnlineValue))
        {
            Wishes = WishesForm.Read(data),
            AllowSources = Text(data, Inputs.AllowSources) switch { "true" => true, "false" => false, _ => null },
        };
    }

    /// <summary>
    /// What is wrong with the first invalid field of a click's data, or that there was no data at all; null when everything is valid.
    /// </summary>
    public static string? Problem(JsonElement data, Texts texts)
    {
        var own = texts.Preferences;
        var wishes = texts.Wishes;
        if (!Asked.Any(key => Has(data, key)))
        {
            return own.NothingCame;
        }

        var languages = Values(data, Inputs.Languages);
        var places = Values(data, Inputs.Places);
        return languages.Count == 0 || languages.Any(language => !texts.SpokenLanguages.ContainsKey(language)) ? own.Languages.Named
            : places.Count == 0 || places.Any(place => place is not (InPersonValue or OnlineValue)) ? own.Places.Named
            : Weekdays(data, Inputs.Days) is not { Count: > 0 } ? own.Days.Named
            : Time(data, Inputs.From) is not { } from ? own.From.Named
            : Time(data, Inputs.Until) is not { } until ? own.Until.Named
            : from == until ? own.SameTimes
            : Weekdays(data, Inputs.OfficeDays) is null ? own.OfficeDays.Named
            : WishesForm.Problem(data) switch
            {
                Inputs.Weeks => wishes.Often.Named,
                Inputs.Company => wishes.Company.Named,
                Inputs.Kinds => wishes.Kinds.Named,
                _ => null,
            };
    }

    /// <summary>The form with every valid field filled in, and the others unchanged.</summary>
    public static PreferencesForm Filled(JsonElement data, Texts texts, PreferencesForm otherwise)
    {
        var languages = Values(data, Inputs.Languages).Where(texts.SpokenLanguages.ContainsKey).ToList();
        var places = Values(data, Inputs.Places);
        var hasPlaces = places.Exists(place => place is InPersonValue or OnlineValue);
        return otherwise with
        {
            AllowGaps = Toggled(data, Inputs.AllowGaps, otherwise.AllowGaps),
            AllowAiUse = Toggled(data, Inputs.AllowAiUse, otherwise.AllowAiUse),
            AllowSources = otherwise.AllowSources is { } sources ? Toggled(data, Inputs.AllowSources, sources) : null,
            Languages = languages.Count > 0 ? languages : otherwise.Languages,
            Days = Weekdays(data, Inputs.Days) is { Count: > 0 } days ? days : otherwise.Days,
            From = Time(data, Inputs.From) ?? otherwise.From,
            Until = Time(data, Inputs.Until) ?? otherwise.Until,
            OfficeDays = Has(data, Inputs.OfficeDays) && Weekdays(data, Inputs.OfficeDays) is { } officeDays
                ? officeDays
                : otherwise.OfficeDays,
            InPerson = hasPlaces ? places.Contains(InPersonValue) : otherwise.InPerson,
            Online = hasPlaces ? places.Contains(OnlineValue) : otherwise.Online,
            Wishes = otherwise.Wishes is { } wishes && WishesForm.IsIn(data) ? WishesForm.Filled(data, wishes) : otherwise.Wishes,
        };
    }

    private static readonly string[] Asked = [Inputs.Languages, Inputs.Places, Inputs.Days, Inputs.From, Inputs.Until];

    internal static bool Has(JsonElement data, string key) => data.ValueKind == JsonValueKind.Object && data.TryGetProperty(key, out _);

    private static bool Toggled(JsonElement data, string key, bool otherwise) => Has(data, key) ? Text(data, key) == "true" : otherwise;

    private static List<IsoDayOfWeek>? Weekdays(JsonElement data, string key)
    {
        var days = Values(data, key)
            .Select(value => value is [>= '1' and <= '7'] ? (IsoDayOfWeek)(value[0] - '0') : IsoDayOfWeek.None)
            .ToList();
        return days.Contains(IsoDayOfWeek.None) ? null : days;
    }

    private static LocalTime? Time(JsonElement data, string key) => ClockInput.Read(Text(data, key));

    internal static List<string> Values(JsonElement data, string key) =>
        [.. Text(data, key).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    internal static string Text(JsonElement data, string key) =>
        data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty(key, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString() ?? ""
            : "";
}
