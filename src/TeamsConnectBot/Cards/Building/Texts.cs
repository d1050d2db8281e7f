using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsConnectBot.Cards.Building;

/// <summary>
/// Everything the bot says in one language: the file <c>Cards/Texts/{language}.json</c>. A new language is a new file there. If a key is
/// missing or unknown, the service does not start.
/// </summary>
/// <param name="Language">The file's name, as a two-letter code.</param>
/// <param name="SpokenLanguages">Languages that people can choose to speak: code to name.</param>
/// <param name="Questions">Opening questions; the same position is the same question in every language.</param>
internal sealed record Texts(
    string Language, TimeTexts Time, IReadOnlyDictionary<string, string> SpokenLanguages, OffersTexts Offers, CommonTexts Common,
    HumanContactsTexts Contacts, WelcomeTexts Welcome, NotNowTexts NotNow, PreferencesTexts Preferences, WishesTexts Wishes,
    TopicsTexts Topics, JoinedTexts Joined, AppointmentsTexts Appointments,
    InvitationTexts Invitation, OpenTableInvitationTexts OpenTableInvitation, WhyTexts Why, WaitingTexts Waiting,
    TakenBackTexts TakenBack, NotThisWeekTexts NotThisWeek, PausedTexts Paused, MeetingTexts Connection, OpenTableTexts OpenTable,
    CallOffTexts CallOff,
    CantMakeItTexts CantMakeIt, MovedTexts Moved, OffTexts Off, NoLuckTexts NoLuck, ReminderTexts Reminder, DidYouMeetTexts DidYouMeet,
    ThanksTexts Thanks, PointerTexts Pointer, StateTexts State, SelfReportTexts SelfReport, AskedTexts Asked, DoNotMatchTexts NotWith,
    CheckInTexts CheckIn, HelpTexts Help, PassItOnTexts PassItOn, UnknownInputTexts UnknownInput, ShortAnswerTexts ShortAnswer,
    DidYouMeanTexts DidYouMean, JoinFirstTexts JoinFirst, PeopleTexts People, ChatLanguageTexts ChatLanguage,
    CommandRefusedTexts CommandRefused, OfficeTexts Office, MyDataTexts MyData, MyDataFileTexts MyDataFile, StoppedTexts Stopped,
    ForgetMeTexts ForgetMe, ForgottenTexts Forgotten, Helping.HelpingTexts Helping, Rituals.RitualTexts Ritual,
    IReadOnlyList<string> Questions)
{
    public const string DefaultLanguage = "en";

    private const string ResourcePrefix = "Texts.";

    /// <summary>Every language there is, by its code.</summary>
    public static FrozenDictionary<string, Texts> All { get; } =
        typeof(Texts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(Load)
            .ToFrozenDictionary(texts => texts.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts for a language or locale such as <c>nl</c> or <c>nl-BE</c>; English when there are none.</summary>
    public static Texts For(string? locale) =>
        locale is not null && All.TryGetValue(locale.Split('-', '_')[0], out var texts) ? texts : All[DefaultLanguage];

    internal static Texts Parse(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TextsJson.Default.Texts) ?? throw new JsonException("The file is empty.");
        }
        catch (JsonException error)
        {
            throw new InvalidOperationException($"The texts in '{name}' cannot be used: {error.Message}", error);
        }
    }

    /// <summary>A language's file as shipped, without the organisation's own texts.</summary>
    internal static JsonNode Source(string language) => JsonNode.Parse(ReadFile($"{ResourcePrefix}{language}.json"))!;

    private static Texts Load(string name) => Parse(ReadFile(name), name);

    private static string ReadFile(string name)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
