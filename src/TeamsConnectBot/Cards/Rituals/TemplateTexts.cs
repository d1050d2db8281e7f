namespace TeamsConnectBot.Cards.Rituals;

/// <summary>One template.</summary>
/// <param name="Usual">The usual schedule, as somebody would type it.</param>
/// <param name="Words">
/// What people call it, as whole words. An asterisk stands where letters may precede or follow: <c>*koffie*</c> is also found in
/// 'vrijdagkoffie' and 'koffiemoment'.
/// </param>
/// <param name="Agenda">What happens there, written by hand.</param>
internal sealed record TemplateTexts(string Name, string Usual, IReadOnlyList<string> Words, IReadOnlyList<string> Agenda);

internal sealed record TemplatesTexts(
    TemplateTexts Coffee, TemplateTexts StandUp, TemplateTexts Retro, TemplateTexts Walk, TemplateTexts CoWorking, TemplateTexts AiFeedback,
    TemplateTexts ShowAndTell, TemplateTexts Newcomer, TemplateTexts AiAgreements, TemplateTexts Question)
{
    private const char AnyLetters = '*';

    public IEnumerable<TemplateTexts> All =>
        [Coffee, StandUp, Retro, Walk, CoWorking, AiFeedback, ShowAndTell, Newcomer, AiAgreements, Question];

    /// <returns>Null for a ritual without a template.</returns>
    public TemplateTexts? For(RitualTemplate template) => template == RitualTemplate.None ? null : All.ElementAt((int)template - 1);

    /// <summary>The template that a name refers to, by the longest matching word; None when no word matches.</summary>
    public RitualTemplate Find(string name) => All
        .SelectMany((texts, index) => texts.Words.Select(word => (Template: (RitualTemplate)(index + 1), Word: word)))
        .Where(found => IsIn(name, found.Word))
        .OrderByDescending(found => found.Word.Trim(AnyLetters).Length).Select(found => found.Template).FirstOrDefault();

    private static bool IsIn(string name, string word)
    {
        var letters = word.Trim(AnyLetters);
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            var end = at + letters.Length;
            if ((word[0] == AnyLetters || at == 0 || !char.IsLetterOrDigit(name[at - 1]))
                && (word[^1] == AnyLetters || end == name.Length || !char.IsLetterOrDigit(name[end])))
            {
                return true;
            }
        }

        return false;

        int Next(int from) => name.IndexOf(letters, from, StringComparison.OrdinalIgnoreCase);
    }
}
