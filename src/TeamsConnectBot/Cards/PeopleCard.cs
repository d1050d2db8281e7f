using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Cards;

/// <summary>People to talk to and nothing else: no button, nothing about the programme, nothing of what was typed.</summary>
internal sealed record PeopleCard(IReadOnlyList<HumanContact> Contacts) : Card
{
    public override string Summary(Texts texts) => texts.People.Summary;

    protected override IEnumerable<CardElement> Body(Reader reader)
    {
        var texts = reader.Texts.People;
        yield return Parts.Heading(texts.Heading);
        yield return Parts.Bullets(
            texts.National.Select(line => new HumanContact(line.Name, line.Reach))
                .Concat(Contacts.Where(contact => texts.National.All(line => line.Name != contact.Name)))
                .Select(contact => contact.Shown()));
    }
}

/// <param name="National">
/// Help lines for everybody, day and night; the contacts set by an admin follow them, except a line that they list too.
/// </param>
internal sealed record PeopleTexts(string Summary, string Heading, IReadOnlyList<NationalLine> National);

internal sealed record NationalLine(string Name, string Reach);
