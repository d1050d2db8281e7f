namespace TeamsConnectBot.Cards.Rituals;

/// <summary>Everything the bot says about rituals.</summary>
/// <param name="Notices">By the name of a <see cref="RitualNotice"/>.</param>
internal sealed record RitualTexts(
    string Agenda,
    ChangesTexts Changes,
    RitualConfirmTexts Confirm,
    RitualQuestionTexts Question,
    RitualDoneTexts Done,
    RitualDetailsTexts Details,
    RitualListTexts List,
    RitualFormTexts Form,
    OccurrenceTexts Occurrence,
    VoteTexts Vote,
    CharterTexts Charter,
    ProtectionTexts Protection,
    TemplatesTexts Templates,
    string NoticeSummary,
    IReadOnlyDictionary<string, RitualNoticeTexts> Notices);

internal sealed record ProtectionTexts(Building.Template Heading, string Line, string End);
