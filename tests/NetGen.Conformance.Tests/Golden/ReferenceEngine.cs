using NetGen.Reference;

namespace NetGen.Conformance.Tests.Golden;

/// <summary>The reference engine under golden cases.</summary>
public sealed class ReferenceEngine : IGoldenEngine
{
    public IReadOnlyList<string> Missing(GoldenCase golden)
    {
        var network = golden.Network;
        var layers = ReferenceNetwork.KnownLayers.Intersect(OperationDefaults.Layers.Keys);
        return
        [
            .. network.Layers.Select(layer => layer.Op).Distinct().Except(layers),
            .. new[] { network.Loss.Op }.Except(ReferenceNetwork.KnownLosses),
            .. new[] { network.Optimizer.Op }.Except(ReferenceNetwork.KnownOptimizers),
        ];
    }

    public IGoldenSubject Create(GoldenCase golden) => new Subject(new ReferenceNetwork(golden.Network.Describe()));

    private sealed class Subject(ReferenceNetwork network) : IGoldenSubject
    {
        public Precision Precision => Precision.Double;

        public IReadOnlyList<TensorDescription> Parameters => [.. network.Description.Tensors.Where(tensor => tensor.Learned)];

        public void Write(string tensor, double[] elements) => elements.CopyTo(network.Parameters[tensor], 0);

        public double[] Read(string tensor) => network.Parameters[tensor];

        public double[] ReadGradient(string tensor) => network.Gradients[tensor];

        public double Backward(double[] inputs, double[] targets) => network.Backward(inputs, ToTargets(targets));

        public void Update(double learningRate)
        {
            network.LearningRate = learningRate;
            network.Update();
        }

        public double Step(double[] inputs, double[] targets, double learningRate)
        {
            network.LearningRate = learningRate;
            return network.Step(inputs, ToTargets(targets));
        }

        public double[] Predict(double[] inputs) => network.Predict(inputs);

        private Targets ToTargets(double[] targets) =>
            network.Description.Loss.Op == "CrossEntropy" ? Array.ConvertAll(targets, target => (int)target) : targets;
    }
}
