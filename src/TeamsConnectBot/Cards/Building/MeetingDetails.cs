using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards.Building;

/// <summary>What every card about a meeting shows, from the point of view of one of its members.</summary>
/// <param name="Others">Everyone else: one or two people, more at an open table.</param>
/// <param name="Slot">Start and end.</param>
/// <param name="SpansZones">Whether the members are in different time zones, so that times name the zone.</param>
/// <param name="IsOpenTable">Whether it is a small pool's open table, which has no names in its title.</param>
internal sealed record MeetingDetails(
    CardRef Ref, Offer Offer, IReadOnlyList<Colleague> Others, Interval Slot, MeetingLocation Place, bool SpansZones,
    bool IsOpenTable = false)
{
    /// <summary>What they have in common; nothing before everybody said yes.</summary>
    public SharedInterests InCommon { get; init; } = SharedInterests.None;

    /// <summary>Which of three times this is, 2 or 3; null for a meeting that does not continue a season.</summary>
    public int? SeasonTime { get; init; }

    /// <summary>As markdown.</summary>
    public string Title(Texts texts) => IsOpenTable
        ? texts.OpenTable.Title
        : texts.Offers.For(Offer).With.With(("names", Colleague.NamesOf(Others, texts)));

    public string When(Reader reader) => reader.Moments.Long(Slot, SpansZones);

    public IEnumerable<CardElement> WhenAndWhere(Reader reader) => [Parts.Strong(When(reader)), Parts.Tight(Place.Shown(reader.Texts))];

    /// <summary>Links to the online meeting and the chat; below them the way out.</summary>
    public IEnumerable<CardElement> Buttons(Reader reader) => Buttons(reader, reader.Texts.Common.CantMakeIt);

    /// <param name="reader">Who reads the card.</param>
    /// <param name="change">The title of the button that leads to another time or to calling off.</param>
    public IEnumerable<CardElement> Buttons(Reader reader, string change)
    {
        var texts = reader.Texts;
        var links = new List<CardAction>();
        if (Place.Link is { } link)
        {
            links.Add(Parts.Link(texts.Common.JoinOnline, link));
        }

        if (!IsOpenTable && Colleague.ChatLink(reader.Cloud, Others) is { } chat)
        {
            links.Add(Parts.Link(texts.Common.OpenChat, chat));
        }

        if (links.Count > 0)
        {
            yield return Parts.Buttons(links);
        }

        yield return Parts.MoreButtons(Parts.Button(change, Verbs.MeetingCantMakeIt, Ref));
    }
}
