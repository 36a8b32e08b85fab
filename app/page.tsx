export default function HomePage() {
  return <h1>Silent Refresh</h1>;
}
