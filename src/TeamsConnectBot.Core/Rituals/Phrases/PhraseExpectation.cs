namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>What a phrase was asked for, which says what a day alone stands for.</summary>
public enum PhraseExpectation
{
    /// <summary>A ritual recurs: 'vrijdag 15:30' is every Friday, as 'ma-do 09:15' is every week.</summary>
    Ritual,

    /// <summary>A single moment, as for a move once: 'vrijdag 15:30' is the nearest Friday.</summary>
    Moment,
}
