namespace TeamsConnectBot.Cards.Building;

/// <summary>Somebody to talk to, set by an admin: a confidential adviser, the company doctor, a crisis line.</summary>
/// <param name="Name">A person's or a line's name.</param>
/// <param name="Reach">How to reach them, such as a phone number.</param>
internal sealed record HumanContact(string Name, string Reach)
{
    public string Shown() => $"**{MarkdownText.Escape(Name)}**: {MarkdownText.Escape(Reach)}";
}

internal sealed record HumanContactsTexts(string Heading, string Acknowledgement)
{
    public IEnumerable<CardElement> Body(IReadOnlyList<HumanContact> contacts)
    {
        if (contacts.Count == 0)
        {
            yield break;
        }

        yield return Parts.SubHeading(Heading);
        yield return Parts.Tight(Acknowledgement);
        yield return Parts.Bullets(contacts.Select(contact => contact.Shown()));
    }
}
