using System.Text.Json;

namespace TeamsConnectBot.Cards.Rituals;

/// <summary>Everything the bot says about rituals.</summary>
/// <param name="Questions">
/// What a question ritual asks. The same position is the same question in every language and in what was posted before: new ones are added
/// at the end.
/// </param>
/// <param name="Notices">By the name of a <see cref="RitualNotice"/>.</param>
internal sealed record RitualTexts(
    string Agenda, ChangesTexts Changes, RitualConfirmTexts Confirm, RitualQuestionTexts Question, RitualDoneTexts Done,
    RitualDetailsTexts Details, JoinTexts Join, RitualHostTexts HostAsk, RitualListTexts List, RitualFormTexts Form,
    OccurrenceTexts Occurrence, RitualVoteTexts Vote, CharterTexts Charter, ProtectionTexts Protection, TemplatesTexts Templates,
    PostedQuestionTexts Posted, IReadOnlyList<string> Questions, string NoticeSummary,
    IReadOnlyDictionary<string, RitualNoticeTexts> Notices)
{
    public IReadOnlyDictionary<string, RitualNoticeTexts> Notices { get; } = Complete(Notices);

    private static IReadOnlyDictionary<string, RitualNoticeTexts> Complete(IReadOnlyDictionary<string, RitualNoticeTexts> notices) =>
        Enum.GetNames<RitualNotice>().FirstOrDefault(name => !notices.ContainsKey(name)) is { } missing
            ? throw new JsonException($"There are no words for '{missing}'.")
            : notices;
}

internal sealed record ProtectionTexts(Building.Template Heading, string Line, string End);
