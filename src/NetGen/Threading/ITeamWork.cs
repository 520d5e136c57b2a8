namespace NetGen.Threading;

/// <summary>Work that the members of a team do together.</summary>
internal interface ITeamWork
{
    /// <summary>Does one member's share. Every member waits for the others equally often.</summary>
    void Run(Member member);
}
