using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards.Building;

/// <summary>How moments are written. Weekdays start with Monday, months with January.</summary>
internal sealed record TimeTexts(
    IReadOnlyList<string> Weekdays, IReadOnlyList<string> WeekdaysShort, IReadOnlyList<string> Months, IReadOnlyList<string> MonthsShort,
    Template Date, Template Short, Template Night, Template Long, Template Deadline, Template Zoned, string OwnTime, Plural Minutes);

/// <summary>One offer: its name, the question an invitation asks, the heading once names are known, and an open table's line.</summary>
internal sealed record OfferTexts(string Name, string Question, Template With, string OpenTable);

internal sealed record OffersTexts(
    OfferTexts Coffee, OfferTexts Walk, OfferTexts Lunch, OfferTexts CoWorking, OfferTexts Help, OfferTexts Learning)
{
    public OfferTexts For(Offer offer) => EnumTexts.Of<OfferTexts>(this, offer);
}

/// <summary>Words that many cards share.</summary>
internal sealed record CommonTexts(
    Template And, string Colleague, string InPerson, string Online, string OnlinePlace, string InPersonOrOnline, string OnlineInvitation,
    string OpenChat, string JoinOnline, string CantMakeIt, string EventBody, Template HostedBy);
