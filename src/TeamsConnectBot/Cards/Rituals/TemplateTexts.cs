namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One template.</summary>
/// <param name="Usual">The usual schedule, as somebody would type it.</param>
/// <param name="Words">What people call it.</param>
/// <param name="Agenda">What happens there, written by hand.</param>
internal sealed record TemplateTexts(string Name, string Usual, IReadOnlyList<string> Words, IReadOnlyList<string> Agenda);

internal sealed record TemplatesTexts(
    TemplateTexts Coffee, TemplateTexts StandUp, TemplateTexts Retro, TemplateTexts Walk, TemplateTexts CoWorking, TemplateTexts AiFeedback,
    TemplateTexts ShowAndTell, TemplateTexts Newcomer, TemplateTexts AiAgreements, TemplateTexts Question)
{
    public IEnumerable<TemplateTexts> All =>
        [Coffee, StandUp, Retro, Walk, CoWorking, AiFeedback, ShowAndTell, Newcomer, AiAgreements, Question];

    /// <returns>Null for a ritual without a template.</returns>
    public TemplateTexts? For(RitualTemplate template) => template == RitualTemplate.None ? null : All.ElementAt((int)template - 1);

    /// <summary>The template that a name refers to, by the longest matching word; None when no word matches.</summary>
    public RitualTemplate Find(string name) => All
        .SelectMany((texts, index) => texts.Words.Select(word => (Template: (RitualTemplate)(index + 1), Word: word)))
        .Where(found => name.Contains(found.Word, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(found => found.Word.Length).Select(found => found.Template).FirstOrDefault();
}
