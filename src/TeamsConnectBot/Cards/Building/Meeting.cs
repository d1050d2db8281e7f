using NodaTime;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards.Building;

/// <summary>What every card about a connection knows, as one of its members sees it.</summary>
/// <param name="Others">Everyone else: one or two people, more at an open table.</param>
/// <param name="Slot">From when until when.</param>
/// <param name="SpansZones">Whether the members live in different zones, so that the zone is named.</param>
/// <param name="IsOpenTable">Whether it is a small pool's open table, which has no names in its title.</param>
internal sealed record Meeting(
    CardRef Ref,
    Offer Offer,
    IReadOnlyList<Colleague> Others,
    Interval Slot,
    Place Place,
    bool SpansZones,
    bool IsOpenTable = false)
{
    /// <summary>As markdown.</summary>
    public string Title(Texts texts) => IsOpenTable
        ? texts.OpenTable.Title
        : texts.Offers.For(Offer).With.With(("names", Colleagues.Join(Others, texts)));

    public string When(Reader reader) => reader.Moments.Long(Slot, SpansZones);

    public FactSet Facts(Reader reader, params IEnumerable<Fact> more) => new()
    {
        Facts =
        [
            new Fact(reader.Texts.Common.When, When(reader)),
            new Fact(reader.Texts.Common.Where, Place.Shown(reader.Texts)),
            .. more,
        ],
    };

    /// <summary>The online meeting, the chat, and the way out.</summary>
    public ActionSet Buttons(Texts texts) => Parts.Buttons(
        Place.Link is { } link ? Parts.Link(texts.Common.JoinOnline, link) : null,
        !IsOpenTable && Colleagues.Chat(Others) is { } chat ? Parts.Link(texts.Common.OpenChat, chat) : null,
        Parts.Button(texts.Common.CantMakeIt, Verbs.ConnectionCantMakeIt, Ref));
}
