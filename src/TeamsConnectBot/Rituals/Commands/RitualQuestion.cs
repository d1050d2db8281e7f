namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Words that lead up to a moment in both languages, and how much a question may offer.</summary>
internal static class RitualQuestion
{
    public const int MostOptions = 3;

    public static readonly string[] Leads =
        ["naar", "to", "op", "on", "tot", "until", "till", "voor", "for", "om", "at", "elke", "iedere", "every", "each", "t/m", "eenmalig", "once", "voortaan", "ik", "me", "mij"];

    /// <summary>The text without the words that lead up to its moment.</summary>
    public static string WithoutLead(string text, params ReadOnlySpan<string> leads)
    {
        foreach (var lead in leads)
        {
            if (text.StartsWith(lead + " ", StringComparison.OrdinalIgnoreCase))
            {
                return text[(lead.Length + 1)..].Trim();
            }
        }

        return text;
    }
}
