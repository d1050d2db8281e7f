namespace TeamsConnectBot.Cards.Rituals;

/// <summary>Whether a kind of task is for AI, for people, or for both.</summary>
internal enum CharterChoice
{
    Undecided, Ai, People, Both,
}
