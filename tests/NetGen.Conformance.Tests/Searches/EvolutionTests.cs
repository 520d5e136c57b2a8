using NetGen.Conformance.Tests.Generated;
using NetGen.Reference;
using NetGen.Weights;

namespace NetGen.Conformance.Tests.Searches;

/// <summary>Both evolution strategies learn, and a seed decides everything.</summary>
public sealed class EvolutionTests
{
    private static readonly EvolutionStrategyOptions ByPairs = new() { Steps = 400, Pairs = 20, Sigma = 0.1, Seed = 1, TargetLoss = 0.1 };
    private static readonly MuLambdaOptions BySelection = new() { Steps = 400, Parents = 6, Offspring = 24, Sigma = 0.2, Seed = 1, TargetLoss = 0.1 };

    public static TheoryData<string> Engines => ["generated", "reference"];

    [Theory]
    [MemberData(nameof(Engines))]
    public void Pairs_learn_xor(string engine)
    {
        var result = EvolutionStrategy.Minimize(Xor(engine), ByPairs);
        result.Loss.ShouldBeLessThanOrEqualTo(0.1);
        int steps = result.History.Count - 1;
        result.Evaluations.ShouldBe(steps * 40L + steps + 1);
        ShouldPredictXor(result);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Selection_learns_xor(string engine)
    {
        var result = MuLambdaStrategy.Minimize(Xor(engine), BySelection);
        result.Loss.ShouldBeLessThanOrEqualTo(0.1);
        int steps = result.History.Count - 1;
        result.Evaluations.ShouldBe(steps * 24L + steps + 1);
        ShouldPredictXor(result);
    }

    [Fact]
    public void Both_learn_iris()
    {
        var pairs = EvolutionStrategy.Minimize(Tasks.Generated(Tasks.IrisNet, Tasks.Iris), ByPairs with { Steps = 150 });
        var selection = MuLambdaStrategy.Minimize(Tasks.Generated(Tasks.IrisNet, Tasks.Iris), BySelection with { Steps = 150 });
        foreach (var result in (SearchResult[])[pairs, selection])
        {
            var network = Tasks.Create(Tasks.IrisNet);
            result.StoreIn(network);
            network.Evaluate(Tasks.Iris).Accuracy!.Value.ShouldBeGreaterThan(0.95);
        }
    }

    [Fact]
    public void A_seed_decides_and_threads_do_not()
    {
        SearchResult Pairs(long seed, int threads) =>
            EvolutionStrategy.Minimize(Tasks.Generated(Tasks.IrisNet, Tasks.Iris), ByPairs with { Steps = 4, Pairs = 7, Seed = seed, Threads = threads });
        SearchResult Selection(long seed, int threads) =>
            MuLambdaStrategy.Minimize(Tasks.Generated(Tasks.IrisNet, Tasks.Iris), BySelection with { Steps = 4, Offspring = 13, Seed = seed, Threads = threads });
        foreach (var run in (Func<long, int, SearchResult>[])[Pairs, Selection])
        {
            var first = run(1, 1);
            foreach (var again in (SearchResult[])[run(1, 1), run(1, 3)])
            {
                again.History.ShouldBe(first.History);
                again.Parameters.ShouldBe(first.Parameters);
            }

            run(2, 1).History[^1].ShouldNotBe(first.History[^1]);
        }
    }

    [Fact]
    public void The_best_is_kept_where_a_search_gets_lost()
    {
        var result = EvolutionStrategy.Minimize(Xor("generated"), ByPairs with { Steps = 20, LearningRate = 30 });
        result.Loss.ShouldBe(result.History.Min());
        result.History[^1].ShouldBeGreaterThan(result.Loss);
        Xor("generated").Evaluate([.. result.Parameters]).ShouldBe(result.Loss);
    }

    [Fact]
    public void Anything_is_better_than_what_is_not_a_number()
    {
        bool isFirst = false;
        Action<Span<double>> spoil = outputs =>
        {
            outputs[0] = isFirst ? double.NaN : outputs[0];
            isFirst = false;
        };
        var objective = Objective.OfPrediction(() => new TappedNetwork(Tasks.Create(Tasks.XorNet), spoil), Tasks.Xor);
        isFirst = true;
        var result = EvolutionStrategy.Minimize(objective, ByPairs with { Steps = 1 });
        result.History[0].ShouldBe(double.NaN);
        result.Loss.ShouldBe(result.History[1]);
    }

    /// <summary>Of one pair the ranks are -1/2 and 1/2: the step is <c>rate · ε / (2 · sigma)</c>, one way or the other.</summary>
    [Fact]
    public void A_step_of_one_pair_follows_from_where_the_pair_stood()
    {
        var network = Tasks.Create(Tasks.XorNet);
        var seen = new List<double>();
        var watched = new TappedNetwork(network, _ => seen.Add(network.Parameters.ToArray("dense2.bias")[0]))
        {
            Description = network.Description with { Optimizer = (Tasks.XorNet with { Optimizer = new("Sgd") }).Describe().Optimizer },
        };
        var objective = Objective.OfPrediction(() => watched, Tasks.Xor);
        seen.Clear();
        EvolutionStrategy.Minimize(objective, new() { Steps = 1, Pairs = 1, Sigma = 0.1, LearningRate = 0.25 });

        // The start, the two of the pair, the end.
        seen.Count.ShouldBe(4);
        double noise = (seen[1] - seen[0]) / 0.1;
        (seen[2] - seen[0]).ShouldBe(-0.1 * noise, 1e-12);
        Math.Abs(seen[3] - seen[0]).ShouldBe(0.25 * Math.Abs(noise) / (2 * 0.1), 1e-12);
    }

    [Fact]
    public void No_steps_only_judge()
    {
        var result = MuLambdaStrategy.Minimize(Xor("generated"), BySelection with { Steps = 0 });
        result.Evaluations.ShouldBe(1);
        result.Parameters.ShouldBe(Xor("generated").ReadParameters());
    }

    [Fact]
    public void A_target_that_is_met_exactly_ends_a_search()
    {
        var start = EvolutionStrategy.Minimize(Xor("reference"), ByPairs with { Steps = 0 });
        EvolutionStrategy.Minimize(Xor("reference"), ByPairs with { TargetLoss = start.Loss }).Evaluations.ShouldBe(1);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var objective = Xor("generated");
        Should.Throw<ArgumentOutOfRangeException>(() => EvolutionStrategy.Minimize(objective, ByPairs with { Pairs = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => EvolutionStrategy.Minimize(objective, ByPairs with { Sigma = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => EvolutionStrategy.Minimize(objective, ByPairs with { Sigma = double.NaN })).ParamName.ShouldBe("options.Sigma");
        Should.Throw<ArgumentOutOfRangeException>(() => EvolutionStrategy.Minimize(objective, ByPairs with { LearningRate = -1 })).ParamName.ShouldBe("options.LearningRate");
        Should.Throw<ArgumentOutOfRangeException>(() => EvolutionStrategy.Minimize(objective, ByPairs with { Threads = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => MuLambdaStrategy.Minimize(objective, BySelection with { Parents = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => MuLambdaStrategy.Minimize(objective, BySelection with { Sigma = double.PositiveInfinity }));
        Should.Throw<ArgumentOutOfRangeException>(() => MuLambdaStrategy.Minimize(objective, BySelection with { Offspring = 6 }));
        Should.Throw<ArgumentOutOfRangeException>(() => MuLambdaStrategy.Minimize(objective, BySelection with { Steps = -1 }));
        Should.Throw<OperationCanceledException>(() => MuLambdaStrategy.Minimize(objective, BySelection with { CancellationToken = new(canceled: true) }));
    }

    [Fact]
    public void A_result_is_stored_as_a_whole_or_not_at_all()
    {
        var result = EvolutionStrategy.Minimize(Xor("reference"), ByPairs with { Steps = 1 });
        foreach (var layers in (OperationSpec[][])[[OperationSpec.Input(2), OperationSpec.Dense(4)], [OperationSpec.Input(2), OperationSpec.Dense(4), OperationSpec.Dense(2)]])
        {
            var other = Tasks.XorNet with { Layers = layers };
            var generated = new CompiledSpecs<double>([other]).Create(other);
            double[] before = generated.Parameters.Buffer.Span.ToArray();
            Should.Throw<ArgumentException>(() => result.StoreIn(generated)).Message.ShouldContain("dense2.weight");
            generated.Parameters.Buffer.Span.ToArray().ShouldBe(before);

            var reference = new ReferenceNetwork(other.Describe());
            Should.Throw<ArgumentException>(() => result.StoreIn(reference)).Message.ShouldContain("dense2.weight");
            reference.Parameters.Values.ShouldAllBe(elements => elements.All(element => element == 0));
            Should.Throw<ArgumentException>(() => new ReferenceNetwork(Tasks.XorNet.Describe()).CopyFrom(generated.Parameters)).Message.ShouldContain("dense2.weight");
        }
    }

    private static Objective Xor(string engine) =>
        engine == "generated" ? Tasks.Generated(Tasks.XorNet, Tasks.Xor) : Tasks.Reference(Tasks.XorNet, Tasks.Xor);

    private static void ShouldPredictXor(SearchResult result)
    {
        var reference = new ReferenceNetwork(result.Network);
        result.StoreIn(reference);
        reference.Predict(Tasks.Xor.Inputs.ToArray()).Select(logit => logit > 0 ? 1.0 : 0.0).ShouldBe(Tasks.Xor.Targets.ToArray());
    }

    /// <summary>Another network, with something done at each prediction, such as to its outputs.</summary>
    private sealed class TappedNetwork(INetwork<double> network, Action<Span<double>> tap) : INetwork<double>
    {
        public NetworkDescription Description { get; init; } = network.Description;

        public TensorStore<double> Parameters => network.Parameters;

        public void Predict(ReadOnlySpan<double> input, Span<double> outputs) => PredictMany(input, outputs);

        public void PredictMany(ReadOnlySpan<double> inputs, Span<double> outputs)
        {
            network.PredictMany(inputs, outputs);
            tap(outputs);
        }

        public Trainer<double> CreateTrainer(int batchSize, int threads = 1) => network.CreateTrainer(batchSize, threads);
    }
}
