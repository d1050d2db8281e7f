namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>A matching under construction: each person's partner (or −1) and the weight of their pair (or 0).</summary>
internal sealed class Pairing
{
    public Pairing(int people)
    {
        Mates = new int[people];
        Weights = new int[people];
        Array.Fill(Mates, -1);
    }

    public int[] Mates { get; }

    public int[] Weights { get; }

    public void Join(int a, int b, int weight)
    {
        Mates[a] = b;
        Mates[b] = a;
        Weights[a] = weight;
        Weights[b] = weight;
    }

    public void Free(int person)
    {
        Mates[person] = -1;
        Weights[person] = 0;
    }
}
