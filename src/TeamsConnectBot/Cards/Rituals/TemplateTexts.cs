
namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One template.</summary>
/// <param name="Usual">When it usually is, as somebody would type it.</param>
/// <param name="Words">What people call it.</param>
/// <param name="Agenda">What happens there, written by people.</param>
internal sealed record TemplateTexts(string Name, string Usual, IReadOnlyList<string> Words, IReadOnlyList<string> Agenda);

internal sealed record TemplatesTexts(
    TemplateTexts Coffee,
    TemplateTexts StandUp,
    TemplateTexts Retro,
    TemplateTexts Walk,
    TemplateTexts CoWorking,
    TemplateTexts AiFeedback,
    TemplateTexts ShowAndTell,
    TemplateTexts Newcomer,
    TemplateTexts AiAgreements)
{
    public IEnumerable<TemplateTexts> All => [Coffee, StandUp, Retro, Walk, CoWorking, AiFeedback, ShowAndTell, Newcomer, AiAgreements];

    /// <returns>Null for a ritual that began from none.</returns>
    public TemplateTexts? For(RitualTemplate template) => template == RitualTemplate.None ? null : All.ElementAt((int)template - 1);

    /// <summary>The template somebody means by a name, by its most telling word; none when it is another name.</summary>
    public RitualTemplate Find(string name) => All
        .Select((texts, index) => (Template: (RitualTemplate)(index + 1), Word: texts.Words.Where(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)).MaxBy(word => word.Length)))
        .Where(found => found.Word is not null)
        .OrderByDescending(found => found.Word!.Length)
        .Select(found => found.Template)
        .FirstOrDefault();
}
